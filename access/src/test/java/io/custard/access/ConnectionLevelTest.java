package io.custard.access;

import static io.custard.access.ConnectionLevel.ASK;
import static io.custard.access.ConnectionLevel.MANAGE;
import static io.custard.access.ConnectionLevel.NONE;
import static io.custard.access.ConnectionLevel.SQL;
import static io.custard.access.OpenTo.GRANTED;
import static io.custard.access.OpenTo.MEMBERS;
import static io.custard.access.Role.ADMIN;
import static io.custard.access.Role.ANALYST;
import static io.custard.access.Role.OWNER;
import static io.custard.access.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionLevelTest {
  @Test
  void administratorsManageEverythingWhateverIsGranted() {
    for (OpenTo open : OpenTo.values()) {
      assertThat(ConnectionLevel.effective(OWNER, open, null)).isEqualTo(MANAGE);
      assertThat(ConnectionLevel.effective(ADMIN, open, NONE)).isEqualTo(MANAGE);
    }
  }

  @Test
  void aGrantDecidesBeforeTheRoleInBothDirections() {
    assertThat(ConnectionLevel.effective(ANALYST, MEMBERS, NONE)).isEqualTo(NONE);
    assertThat(ConnectionLevel.effective(ANALYST, MEMBERS, ASK)).isEqualTo(ASK);
    assertThat(ConnectionLevel.effective(VIEWER, MEMBERS, SQL)).isEqualTo(SQL);
    assertThat(ConnectionLevel.effective(VIEWER, GRANTED, MANAGE)).isEqualTo(MANAGE);
  }

  @Test
  void withoutAGrantTheRoleDecidesWhereAllMembersMay() {
    assertThat(ConnectionLevel.effective(VIEWER, MEMBERS, null)).isEqualTo(ASK);
    assertThat(ConnectionLevel.effective(ANALYST, MEMBERS, null)).isEqualTo(SQL);
  }

  @Test
  void withoutAGrantThereIsNothingWhereOnlyGrantsCount() {
    assertThat(ConnectionLevel.effective(VIEWER, GRANTED, null)).isEqualTo(NONE);
    assertThat(ConnectionLevel.effective(ANALYST, GRANTED, null)).isEqualTo(NONE);
  }

  @Test
  void levelsAndRolesOfLaterBuildsAreNone() {
    assertThat(ConnectionLevel.of("own")).isEmpty();
    assertThat(Role.of("emperor")).isEmpty();
    assertThat(Role.of("OWNER")).isEmpty();
    assertThat(OpenTo.of("world")).isEmpty();
    assertThat(Scope.of("everything")).isEmpty();
    assertThat(Scope.of("connections:read")).contains(Scope.CONNECTIONS_READ);
  }
}

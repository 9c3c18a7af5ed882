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
  private static final ConnectionLevel NO_GRANT = null;

  @Test
  void administratorsManageEverythingWhateverIsGranted() {
    for (OpenTo open : OpenTo.values()) {
      assertThat(ConnectionLevel.effective(OWNER, open, NO_GRANT)).isEqualTo(MANAGE);
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
    assertThat(ConnectionLevel.effective(VIEWER, MEMBERS, NO_GRANT)).isEqualTo(ASK);
    assertThat(ConnectionLevel.effective(ANALYST, MEMBERS, NO_GRANT)).isEqualTo(SQL);
  }

  @Test
  void withoutAGrantThereIsNothingWhereOnlyGrantsCount() {
    assertThat(ConnectionLevel.effective(VIEWER, GRANTED, NO_GRANT)).isEqualTo(NONE);
    assertThat(ConnectionLevel.effective(ANALYST, GRANTED, NO_GRANT)).isEqualTo(NONE);
  }

  @Test
  void levelsAndRolesOfLaterBuildsAreNone() {
    assertThat(ConnectionLevel.of("own")).isEmpty();
    assertThat(ConnectionLevel.effective(ANALYST, "world", null)).isEqualTo(NONE);
    assertThat(ConnectionLevel.effective(ANALYST, "members", "own")).isEqualTo(NONE);
    assertThat(ConnectionLevel.effective(ANALYST, (String) null, null)).isEqualTo(SQL);
    assertThat(Role.of("emperor")).isEmpty();
    assertThat(Role.of("OWNER")).isEmpty();
    assertThat(OpenTo.of("world")).isEmpty();
    assertThat(Scope.of("everything")).isEmpty();
    assertThat(Scope.of("connections:read")).contains(Scope.CONNECTIONS_READ);
  }
}

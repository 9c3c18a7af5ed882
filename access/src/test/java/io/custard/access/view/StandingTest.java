package io.custard.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.access.Role;
import io.custard.access.view.Standing.Member;
import io.custard.access.view.Standing.Person;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant ISSUED = Instant.ofEpochSecond(1_000);
  private static final Person PERSON = new Person("ann@example.com", true, null, false);
  private static final Member MEMBER = new Member(Optional.of(Role.ANALYST), true, null, false);

  @Test
  void aSignedTokenOfSomebodyStillUnknownIsGood() {
    assertThat(new Standing(null, null, false, false).accepts(ISSUED)).isTrue();
  }

  @Test
  void tokensFromBeforeTheBoundAreRefusedAndThoseOfItsSecondAreNot() {
    assertThat(person(true, 1_000L, false).accepts(ISSUED)).isTrue();
    assertThat(person(true, 1_001L, false).accepts(ISSUED)).isFalse();
    assertThat(member(Role.ANALYST, true, 1_001L).accepts(ISSUED)).isFalse();
  }

  @Test
  void whoWasShutOutOrDeletedIsRefusedHoweverNewTheToken() {
    assertThat(person(false, null, false).accepts(ISSUED)).isFalse();
    assertThat(person(true, null, true).accepts(ISSUED)).isFalse();
    assertThat(member(Role.OWNER, false, null).accepts(ISSUED)).isFalse();
    assertThat(new Standing(PERSON, new Member(Optional.empty(), true, null, false), false, false))
        .matches(standing -> !standing.isIn());
    assertThat(new Standing(PERSON, MEMBER, true, false).accepts(ISSUED)).isFalse();
  }

  @Test
  void aRevokedSessionEndsTheLogInButNotTheMembership() {
    Standing standing = new Standing(PERSON, MEMBER, false, true);

    assertThat(standing.accepts(ISSUED)).isFalse();
    assertThat(standing.isIn()).isTrue();
  }

  @Test
  void theLesserRoleCounts() {
    assertThat(member(Role.VIEWER, true, null).atMost(Role.OWNER)).isEqualTo(Role.VIEWER);
    assertThat(member(Role.OWNER, true, null).atMost(Role.VIEWER)).isEqualTo(Role.VIEWER);
    assertThat(new Standing(null, null, false, false).atMost(Role.ADMIN)).isEqualTo(Role.ADMIN);
  }

  private static Standing person(boolean active, Long notBefore, boolean deleted) {
    return new Standing(
        new Person("ann@example.com", active, notBefore, deleted), MEMBER, false, false);
  }

  private static Standing member(Role role, boolean active, Long notBefore) {
    return new Standing(
        PERSON, new Member(Optional.of(role), active, notBefore, false), false, false);
  }
}

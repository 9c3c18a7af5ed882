package io.custard.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.gateway.link.Lamps;
import io.custard.protocol.agent.Health;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Lamps GREEN = new Lamps("green", "green", "green");
  private static final Health IDLE = health(0);

  private final Told before = new Told(0, GREEN, IDLE, false);

  @Test
  void theSameAgainIsNoNews() {
    Told now = new Told(1, GREEN, health(0), false);

    assertThat(before.says(now)).isTrue();
    assertThat(before.isUrgent(now)).isFalse();
  }

  @Test
  void aNumberThatChangedIsNewsButNotUrgent() {
    Told now = new Told(1, GREEN, health(1), false);

    assertThat(before.says(now)).isFalse();
    assertThat(before.isUrgent(now)).isFalse();
  }

  @Test
  void theDatabaseALampGoneRedAndLeavingAreUrgent() {
    assertThat(before.isUrgent(lamps("green", "green", "red"))).isTrue();
    assertThat(before.isUrgent(lamps("red", "green", "green"))).isTrue();
    assertThat(before.isUrgent(lamps("green", "red", "green"))).isTrue();
    assertThat(before.isUrgent(new Told(1, GREEN, IDLE, true))).isTrue();
    assertThat(lamps("green", "unknown", "green").isUrgent(before)).isFalse();
  }

  @Test
  void whatGotLostIsSaidAgain() {
    assertThat(before.lost().says(new Told(1, GREEN, IDLE, false))).isFalse();
  }

  private static Told lamps(String link, String loop, String database) {
    return new Told(1, new Lamps(link, loop, database), IDLE, false);
  }

  private static Health health(int inFlight) {
    return new Health("green", null, null, null, inFlight, null, null, null, null, null);
  }
}

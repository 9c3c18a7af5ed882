package io.custard.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.agent.Health;
import io.custard.protocol.event.LinkOwner;
import org.junit.jupiter.api.Test;

class SignsTest {
  private static final long HEARTBEAT = 3_000;

  private long now = Long.MAX_VALUE - 10_000; // the clock of a JVM may be anywhere, and overflow
  private final Signs signs = new Signs(() -> now);

  @Test
  void theLinkIsRedAfterTwoSilentHeartbeats() {
    now += 2 * HEARTBEAT;
    assertThat(lamps().link()).isEqualTo(Health.GREEN);

    now += 1;
    assertThat(lamps().link()).isEqualTo(Health.RED);
    assertThat(lamps().forChoosing()).isEqualTo(LinkOwner.SILENT);

    signs.heard();
    assertThat(lamps().link()).isEqualTo(Health.GREEN);
  }

  @Test
  void theLoopIsUnknownUntilItAnsweredAndRedWhenItDoesNotForTwoHeartbeats() {
    assertThat(lamps().loop()).isEqualTo(Health.UNKNOWN);
    assertThat(signs.isProbeDue(HEARTBEAT)).isTrue();
    signs.probed();
    assertThat(lamps().loop()).isEqualTo(Health.GREEN);

    now += HEARTBEAT;
    assertThat(signs.isProbeDue(HEARTBEAT)).isTrue();
    now += 2 * HEARTBEAT;
    signs.heard();
    assertThat(lamps().loop()).isEqualTo(Health.GREEN);
    now += 1;
    assertThat(lamps().loop()).isEqualTo(Health.RED);
    assertThat(lamps().forChoosing()).isEqualTo(LinkOwner.SILENT);

    signs.probed();
    assertThat(lamps().loop()).isEqualTo(Health.GREEN);
  }

  @Test
  void aProbeIsDueOncePerHeartbeatAndNeverBesideAnOpenOne() {
    assertThat(signs.isProbeDue(HEARTBEAT)).isTrue();
    now += 10 * HEARTBEAT;
    assertThat(signs.isProbeDue(HEARTBEAT)).isFalse();

    signs.probed();
    assertThat(signs.isProbeDue(HEARTBEAT)).isTrue();
    signs.probed();
    now += HEARTBEAT - 1;
    assertThat(signs.isProbeDue(HEARTBEAT)).isFalse();
  }

  @Test
  void aWordOnTheDatabaseCountsForThreeHeartbeats() {
    signs.reported(Health.GREEN);
    now += 3 * HEARTBEAT;
    assertThat(lamps().database()).isEqualTo(Health.GREEN);

    now += 1;
    assertThat(lamps().database()).isEqualTo(Health.UNKNOWN);
  }

  private Lamps lamps() {
    return signs.lamps(HEARTBEAT);
  }
}

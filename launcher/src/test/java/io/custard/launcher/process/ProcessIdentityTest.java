package io.custard.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
  private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

  @Test
  void aLivingProcessIsFound() {
    assertThat(self.isAlive()).isTrue();
  }

  @Test
  void sameIdWithAnotherStartIsAStranger() {
    ProcessIdentity stranger =
        new ProcessIdentity(self.pid(), Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(stranger.isAlive()).isFalse();
    stranger.end(Duration.ofSeconds(1));
    assertThat(self.isAlive()).isTrue();
  }

  @Test
  void endStopsTheProcessItMeans() throws Exception {
    Process sleeper = new ProcessBuilder("sleep", "60").start();

    ProcessIdentity.of(sleeper.toHandle()).end(Duration.ofSeconds(10));

    assertThat(sleeper.isAlive()).isFalse();
  }
}

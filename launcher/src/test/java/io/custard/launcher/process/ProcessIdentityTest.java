package io.custard.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
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
    stranger.kill();
    assertThat(self.isAlive()).isTrue();
  }

  @Test
  void killEndsTheProcessItMeans() throws Exception {
    Process sleeper = new ProcessBuilder("sleep", "60").start();

    ProcessIdentity identity = ProcessIdentity.of(sleeper.toHandle());
    identity.kill();
    identity.awaitGone();

    assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}

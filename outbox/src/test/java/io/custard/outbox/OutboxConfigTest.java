package io.custard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {
  @Test
  void defaultsLookEverySecondAndRetryWithinTen() {
    OutboxConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(OutboxConfig.class)
            .withDefaultValue("custard.outbox.schema", "mailroom")
            .build()
            .getConfigMapping(OutboxConfig.class);

    assertThat(config.tick()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.batch()).isEqualTo(100);
    assertThat(config.firstPause()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.mostRefusals()).isEqualTo(5);
  }
}

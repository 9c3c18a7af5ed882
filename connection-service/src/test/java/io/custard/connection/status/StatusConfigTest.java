package io.custard.connection.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusConfigTest {
  @Test
  void linkIsRedAfterThreeHeartbeatsAndGoneAfterAMinute() {
    StatusConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(StatusConfig.class)
            .build()
            .getConfigMapping(StatusConfig.class);

    assertThat(config.redAfter()).isEqualTo(Duration.ofSeconds(12));
    assertThat(config.silence()).isEqualTo(Duration.ofSeconds(60));
  }
}

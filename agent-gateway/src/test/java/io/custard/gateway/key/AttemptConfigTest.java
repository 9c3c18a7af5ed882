package io.custard.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class AttemptConfigTest {
  @Test
  void defaultsAreAsDocumented() {
    AttemptConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(AttemptConfig.class)
            .build()
            .getConfigMapping(AttemptConfig.class);

    assertThat(config.addressBurst()).isEqualTo(200);
    assertThat(config.addressPerSecond()).isEqualTo(20);
    assertThat(config.connectionBurst()).isEqualTo(60);
    assertThat(config.connectionPerSecond()).isEqualTo(5);
    assertThat(config.handshakes()).isEqualTo(500);
    assertThat(config.handshakesPerSecond()).isEqualTo(500);
  }
}

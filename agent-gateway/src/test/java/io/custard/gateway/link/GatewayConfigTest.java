package io.custard.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
  @Test
  void defaultsAreAsDocumented() {
    GatewayConfig config = config(Map.of());

    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.missedHeartbeats()).isEqualTo(3);
    assertThat(config.helloDeadline()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.maxInFlight()).isEqualTo(64);
    assertThat(config.ownershipLifetime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.probeDeadline()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.remoteProbeDeadline()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.rediscovery()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.drainGrace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.minimumBuild()).isEmpty();
    assertThat(config.recommendedBuild()).isEmpty();
  }

  @Test
  void everyKeyIsMapped() {
    String prefix = "custard.gateway.link.";
    GatewayConfig config =
        config(
            Map.of(
                prefix + "heartbeat", "PT7S",
                prefix + "missed-heartbeats", "4",
                prefix + "probe-deadline", "PT1S",
                prefix + "remote-probe-deadline", "PT1.5S",
                prefix + "rediscovery", "PT1H",
                prefix + "drain-grace", "PT20S",
                prefix + "minimum-build", "1.2.3",
                prefix + "recommended-build", "1.3.0"));

    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(7));
    assertThat(config.missedHeartbeats()).isEqualTo(4);
    assertThat(config.probeDeadline()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.remoteProbeDeadline()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(config.rediscovery()).isEqualTo(Duration.ofHours(1));
    assertThat(config.drainGrace()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.minimumBuild()).contains("1.2.3");
    assertThat(config.recommendedBuild()).contains("1.3.0");
  }

  private static GatewayConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(GatewayConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .withConverter(Duration.class, 100, Duration::parse)
        .build()
        .getConfigMapping(GatewayConfig.class);
  }
}

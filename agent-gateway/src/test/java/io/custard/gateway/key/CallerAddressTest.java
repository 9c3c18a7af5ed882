package io.custard.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerAddressTest {
  private final CallerAddress addresses = addresses(Map.of());

  @Test
  void theEdgeOnThisHostIsBelieved() {
    assertThat(addresses.of("127.0.0.1", "192.0.2.7")).isEqualTo("192.0.2.7");
  }

  @Test
  void nobodyElseIsBelieved() {
    assertThat(addresses.of("198.51.100.1", "192.0.2.7")).isEqualTo("198.51.100.1");
  }

  @Test
  void whatTheCallerPutBeforeTheProxysWordProvesNothing() {
    assertThat(addresses.of("127.0.0.1", "6.6.6.6, 192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(addresses.of("127.0.0.1", "6.6.6.6, 192.0.2.7, 127.0.0.1")).isEqualTo("192.0.2.7");
  }

  @Test
  void whatIsNoAddressIsNotLookedUp() {
    assertThat(addresses.of("127.0.0.1", "example.com")).isEqualTo("127.0.0.1");
    assertThat(addresses.of("127.0.0.1", "")).isEqualTo("127.0.0.1");
    assertThat(addresses.of(null, null)).isEqualTo("unknown");
  }

  @Test
  void networksOfProxiesAreConfigured() {
    CallerAddress behind =
        addresses(Map.of("custard.gateway.attempts.trusted-proxies", "10.1.0.0/16,fd00::/8"));

    assertThat(behind.of("10.1.2.3", "192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(behind.of("10.2.2.3", "192.0.2.7")).isEqualTo("10.2.2.3");
    assertThat(behind.of("fd00::1", "192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(behind.of("127.0.0.1", "192.0.2.7")).isEqualTo("127.0.0.1");
  }

  @Test
  void defaultsAreAsDocumented() {
    AttemptConfig config = config(Map.of());

    assertThat(config.addressBurst()).isEqualTo(200);
    assertThat(config.addressPerSecond()).isEqualTo(20);
    assertThat(config.connectionBurst()).isEqualTo(60);
    assertThat(config.connectionPerSecond()).isEqualTo(5);
    assertThat(config.handshakes()).isEqualTo(500);
    assertThat(config.handshakesPerSecond()).isEqualTo(500);
    assertThat(config.trustedProxies()).containsExactly("127.0.0.0/8", "::1");
  }

  private static CallerAddress addresses(Map<String, String> values) {
    return new CallerAddress(config(values));
  }

  private static AttemptConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(AttemptConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(AttemptConfig.class);
  }
}

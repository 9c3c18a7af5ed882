package io.custard.auth.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private final ClientAddress addresses = new ClientAddress(new Config());

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "203.0.113.5, none, 203.0.113.5",
        "203.0.113.5, 6.6.6.6, 203.0.113.5",
        "10.1.2.3, 203.0.113.5, 203.0.113.5",
        "10.1.2.3, '6.6.6.6, 203.0.113.5', 203.0.113.5",
        "10.1.2.3, '203.0.113.5, 10.9.9.9', 203.0.113.5",
        "10.1.2.3, garbage, 10.1.2.3",
        "none, 6.6.6.6, unknown",
      })
  void onlyWhatOurProxySaysIsBelieved(String socket, String forwarded, String address) {
    assertThat(addresses.of(socket, forwarded)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.5, 203.0.113.5",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "unknown, unknown"
  })
  void aWholeNetworkOfIpv6CountsAsOne(String address, String network) {
    assertThat(ClientAddress.network(address)).isEqualTo(network);
  }

  private record Config() implements LimitConfig {
    @Override
    public double addressScale() {
      return 1;
    }

    @Override
    public List<String> trustedProxies() {
      return List.of("10.0.0.0/8");
    }
  }
}

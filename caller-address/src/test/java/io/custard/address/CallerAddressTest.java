package io.custard.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
  private static final CallerAddress DEFAULT = trusting(ProxyConfig.LOOPBACK);
  private static final CallerAddress BEHIND = trusting("10.0.0.0/8,fd00::/8");

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "203.0.113.5, none, 203.0.113.5",
        "203.0.113.5, 6.6.6.6, 203.0.113.5",
        "10.1.2.3, 203.0.113.5, 203.0.113.5",
        "10.1.2.3, '6.6.6.6, 203.0.113.5', 203.0.113.5",
        "10.1.2.3, '203.0.113.5, 10.9.9.9', 203.0.113.5",
        "fd00::1, 203.0.113.5, 203.0.113.5",
        "127.0.0.1, 203.0.113.5, 127.0.0.1",
        "10.1.2.3, '', 10.1.2.3",
        "none, 6.6.6.6, unknown",
        "none, none, unknown",
      })
  void onlyWhatOurProxySaysIsBelieved(String socket, String forwarded, String address) {
    assertThat(BEHIND.of(socket, forwarded)).isEqualTo(address);
  }

  @Test
  void whatIsNoAddressIsNotLookedUp() {
    assertThat(BEHIND.of("10.1.2.3", "example.com")).isEqualTo("10.1.2.3");
    assertThat(BEHIND.of("10.1.2.3", "localhost, 10.1.2.4")).isEqualTo("10.1.2.4");
  }

  @Test
  void withoutSettingsTheEdgeOnThisHostIsBelievedAndNobodyElse() {
    assertThat(DEFAULT.of("127.0.0.1", "192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(DEFAULT.of("127.0.0.1", "6.6.6.6, 192.0.2.7, 127.0.0.1")).isEqualTo("192.0.2.7");
    assertThat(DEFAULT.of("198.51.100.1", "192.0.2.7")).isEqualTo("198.51.100.1");
    assertThat(DEFAULT.of("10.1.2.3", "192.0.2.7")).isEqualTo("10.1.2.3");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.5, 203.0.113.5",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "unknown, unknown"
  })
  void aWholeNetworkOfIpv6CountsAsOne(String address, String network) {
    assertThat(CallerAddress.network(address)).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/33", "10.0.0.0/-1", "proxy.example", "10.0.0.0/x"})
  void aNetworkThatIsNoneStopsTheStart(String network) {
    assertThatThrownBy(() -> trusting(network)).isInstanceOf(IllegalArgumentException.class);
  }

  private static CallerAddress trusting(String networks) {
    return new CallerAddress(() -> List.of(networks.split(",")));
  }
}

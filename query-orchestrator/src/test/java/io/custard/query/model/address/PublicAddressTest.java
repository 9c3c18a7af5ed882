package io.custard.query.model.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::1",
        "2001:db8::1"
      })
  void whatIsNotOfTheOpenInternetIsNotPublic(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2001:4860::8888"})
  void theRestIs(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/v1",
        "file:///etc/passwd",
        "https:///v1",
        "host/v1",
        "https://user:secret@host/v1",
        "https://host/v1?key=secret",
        "https://host/v1#x"
      })
  void anAddressHasHttpAndAHostAndNothingSecret(String url) {
    assertThat(ModelAddresses.wrongForm(URI.create(url))).isNotNull();
  }
}

package io.custard.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.auth.provider.Provider.EmailTrust;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://provider.example",
        "http://localhost.evil.example",
        "https://user:secret@provider.example",
        "https://provider.example/?tenant=1",
        "https://provider.example/#x",
        "ftp://provider.example",
        "provider.example"
      })
  void anIssuerThatOthersCouldSpeakForStopsTheStart(String issuer) {
    assertThatThrownBy(() -> provider("google", issuer)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Google", "a/b", "-a", "a-", "a b", "ä"})
  void aNameThatIsNoPartOfAnAddressStopsTheStart(String id) {
    assertThatThrownBy(() -> provider(id, "https://provider.example"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDocumentIsBelowTheIssuer() {
    assertThat(provider("google", "https://provider.example/realms/x/").discovery())
        .hasToString("https://provider.example/realms/x/.well-known/openid-configuration");
  }

  @Test
  void trustEndsAtTheDomain() {
    EmailTrust trust = new EmailTrust(true, Set.of("example.com"));

    assertThat(trust.covers("ann@example.com")).isTrue();
    assertThat(trust.covers("ann@evil-example.com")).isFalse();
    assertThat(trust.covers("ann@sub.example.com")).isFalse();
    assertThat(new EmailTrust(false, Set.of("example.com")).covers("ann@example.com")).isFalse();
  }

  @Test
  void itsTextHoldsNoSecret() {
    assertThat(provider("google", "https://provider.example")).hasToString("Provider[google]");
  }

  private static Provider provider(String id, String issuer) {
    return new Provider(
        id,
        "Google",
        issuer,
        "client",
        "secret",
        List.of("openid"),
        new EmailTrust(true, Set.of()));
  }
}

package io.custard.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class ProviderConfigTest {
  @Test
  void withoutSettingsThereIsNoProvider() {
    ProviderConfig config = read(new PropertiesConfigSource(Map.of(), "none", 100));

    assertThat(config.provider()).isEmpty();
    assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.answerLimit()).isEqualTo(262_144);
    assertThat(config.remember()).isEqualTo(Duration.ofHours(1));
    assertThat(config.keysPause()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theEnvironmentNamesProviders() {
    ProviderConfig config =
        read(
            new EnvConfigSource(
                Map.of(
                    "CUSTARD_AUTH_OIDC_PROVIDER_GOOGLE_ISSUER", "https://accounts.google.com",
                    "CUSTARD_AUTH_OIDC_PROVIDER_GOOGLE_CLIENT_ID", "custard",
                    "CUSTARD_AUTH_OIDC_PROVIDER_GOOGLE_CLIENT_SECRET", "s3cret",
                    "CUSTARD_AUTH_OIDC_PROVIDER_GOOGLE_EMAIL_TRUSTED", "true",
                    "CUSTARD_AUTH_OIDC_PROVIDER_GOOGLE_EMAIL_DOMAINS", "gmail.com, Example.com"),
                300));

    Provider google = new Providers(config).require("google");
    assertThat(google.issuer()).isEqualTo("https://accounts.google.com");
    assertThat(google.clientId()).isEqualTo("custard");
    assertThat(google.clientSecret()).isEqualTo("s3cret");
    assertThat(google.displayName()).isEqualTo("google");
    assertThat(google.scopes()).containsExactly("openid", "email", "profile");
    assertThat(google.trust().domains()).containsExactlyInAnyOrder("gmail.com", "example.com");
  }

  private static ProviderConfig read(ConfigSource source) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(ProviderConfig.class)
        .withSources(source)
        .build()
        .getConfigMapping(ProviderConfig.class);
  }
}

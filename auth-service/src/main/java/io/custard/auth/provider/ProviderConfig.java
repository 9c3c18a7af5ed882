package io.custard.auth.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The providers of this installation; {@code docs/oidc.md} shows the usual ones. Public because the
 * validation of settings calls a map's accessor by reflection.
 */
@ConfigMapping(prefix = "custard.auth.oidc")
public interface ProviderConfig {

  /** By the name that stands in our addresses: lower-case letters, digits and hyphens. */
  Map<String, One> provider();

  /** For a whole answer of a provider. */
  @WithDefault("5s")
  Duration deadline();

  /** Bytes of one answer of a provider. */
  @WithDefault("262144")
  @Min(1024)
  @Max(4_194_304)
  int answerLimit();

  /** How long what a provider says of itself is believed; its keys are asked for as needed. */
  @WithDefault("1h")
  Duration remember();

  /** Between two questions for a provider's keys because of a key that nobody knows. */
  @WithDefault("10s")
  Duration keysPause();

  /** One provider. */
  interface One {

    /** Exactly as in its tokens; the discovery document is below it. HTTPS but for loopback. */
    URI issuer();

    String clientId();

    /** Absent: a public client, which has PKCE alone. */
    Optional<String> clientSecret();

    @WithDefault("openid,email,profile")
    List<String> scopes();

    /** For the button; the provider's name without it. */
    Optional<String> displayName();

    /** Whether a new account may be opened for an e-mail that it calls verified. */
    @WithDefault("false")
    boolean emailTrusted();

    /** The domains its e-mails are trusted for; absent: all. */
    Optional<List<String>> emailDomains();
  }
}

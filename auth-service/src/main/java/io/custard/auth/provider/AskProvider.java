package io.custard.auth.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.auth.provider.ProviderHttp.Question;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * The authorization code flow with PKCE. Whatever goes wrong with a provider is {@code
 * AUTH_OIDC_FAILED} to the person, and one line in the log that quotes nothing the provider sent.
 */
@ApplicationScoped
public class AskProvider {
  private static final Logger LOG = Logger.getLogger(AskProvider.class);

  private final Discovery discovery;
  private final IdTokens idTokens;
  private final ProviderHttp http;
  private final String publicUrl;

  AskProvider(
      Discovery discovery,
      IdTokens idTokens,
      ProviderHttp http,
      @ConfigProperty(name = "custard.public-url") String publicUrl) {
    this.discovery = discovery;
    this.idTokens = idTokens;
    this.http = http;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /**
   * What a provider sent the browser back with.
   *
   * @param issuer whose answer it is, where the provider says so
   */
  public record Answer(String code, @Nullable String issuer) {
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  /** Where to send the browser. */
  public Uni<URI> address(Provider provider, Handshake handshake) {
    return logged(
        provider, discovery.of(provider).map(metadata -> address(provider, metadata, handshake)));
  }

  /** Who came back. */
  public Uni<OutsidePerson> person(Provider provider, Answer answer, Handshake handshake) {
    return logged(
        provider,
        discovery
            .of(provider)
            .invoke(metadata -> requireSame(provider, metadata, answer.issuer()))
            .chain(metadata -> person(new Exchange(provider, metadata, handshake), answer)));
  }

  private record Exchange(Provider provider, Metadata metadata, Handshake handshake) {}

  private Uni<OutsidePerson> person(Exchange exchange, Answer answer) {
    return http.ask(question(exchange, answer.code()))
        .chain(tokens ->
            idTokens
                .verified(
                    exchange.provider(),
                    exchange.metadata(),
                    tokens.path("id_token").asText(),
                    exchange.handshake().nonce())
                .chain(claims -> person(exchange, claims, tokens)));
  }

  /** The user-info address is asked only where the id token says no e-mail. */
  private Uni<OutsidePerson> person(Exchange exchange, JwtClaims claims, JsonNode tokens) {
    Map<String, Object> said = claims.getClaimsMap();
    URI userInfo = exchange.metadata().userInfo();
    String token = tokens.path("access_token").asText();
    if (said.containsKey("email") || userInfo == null || token.isEmpty()) {
      return Uni.createFrom().item(Claims.person(exchange.provider(), said));
    }
    return http.ask(new Question(userInfo, "Bearer " + token, null))
        .map(more -> Claims.withUserInfo(said, more))
        .map(both -> Claims.person(exchange.provider(), both));
  }

  private Question question(Exchange exchange, String code) {
    Provider provider = exchange.provider();
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback(provider));
    form.put("code_verifier", exchange.handshake().verifier());
    String secret = provider.clientSecret();
    boolean inHeader = secret != null && !exchange.metadata().secretInBody();
    if (!inHeader) {
      form.put("client_id", provider.clientId());
    }
    if (secret != null && !inHeader) {
      form.put("client_secret", secret);
    }
    String header = secret != null && inHeader ? Form.basic(provider.clientId(), secret) : null;
    return new Question(exchange.metadata().token(), header, Form.of(form));
  }

  private URI address(Provider provider, Metadata metadata, Handshake handshake) {
    String query =
        Form.of(
            Map.of(
                "response_type", "code",
                "client_id", provider.clientId(),
                "redirect_uri", callback(provider),
                "scope", String.join(" ", provider.scopes()),
                "state", handshake.state(),
                "nonce", handshake.nonce(),
                "code_challenge", handshake.challenge(),
                "code_challenge_method", "S256"));
    String join = metadata.authorize().getRawQuery() == null ? "?" : "&";
    return URI.create(metadata.authorize() + join + query);
  }

  private String callback(Provider provider) {
    return publicUrl + "/api/v1/auth/oidc/" + provider.id() + "/callback";
  }

  private static void requireSame(Provider provider, Metadata metadata, @Nullable String issuer) {
    if (issuer == null ? metadata.namesIssuer() : !issuer.equals(provider.issuer())) {
      throw new ProviderFailure("the browser came back with another provider's answer");
    }
  }

  private static <T> Uni<T> logged(Provider provider, Uni<T> work) {
    return work.onFailure(ProviderFailure.class)
        .invoke(failure -> LOG.warnf("Log-in by %s: %s", provider.id(), failure.getMessage()))
        .onFailure(ProviderFailure.class)
        .transform(ProviderFailure::told);
  }
}

package io.custard.auth.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself.
 *
 * @param userInfo null: it has none
 * @param secretInBody it takes the client's secret in no header
 * @param namesIssuer its answers to the browser say whose they are (RFC 9207)
 */
record Metadata(
    URI authorize,
    URI token,
    URI keys,
    @Nullable URI userInfo,
    boolean secretInBody,
    boolean namesIssuer,
    Instant read) {

  /** Fails when it is not the provider's, or names addresses that anybody could listen to. */
  static Metadata of(Provider provider, JsonNode said) {
    if (!provider.issuer().equals(said.path("issuer").asText())) {
      throw new ProviderFailure("the discovery document is of another issuer");
    }
    JsonNode ways = said.path("token_endpoint_auth_methods_supported");
    return new Metadata(
        address(said, "authorization_endpoint"),
        address(said, "token_endpoint"),
        address(said, "jwks_uri"),
        said.hasNonNull("userinfo_endpoint") ? address(said, "userinfo_endpoint") : null,
        holds(ways, "client_secret_post") && !holds(ways, "client_secret_basic"),
        said.path("authorization_response_iss_parameter_supported").asBoolean(),
        Instant.now());
  }

  private static boolean holds(JsonNode list, String text) {
    for (JsonNode one : list) {
      if (text.equals(one.asText())) {
        return true;
      }
    }
    return false;
  }

  private static URI address(JsonNode said, String name) {
    try {
      URI address = URI.create(said.path(name).asText());
      if (Provider.isSafe(address) && address.getFragment() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new ProviderFailure("the discovery document has no good " + name, e);
    }
    throw new ProviderFailure("the discovery document has no good " + name);
  }
}

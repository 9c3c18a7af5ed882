package io.custard.auth.provider;

import io.custard.auth.provider.ProviderHttp.Question;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The keys providers sign with. They are asked for again when a token names another one, but not
 * more often than the pause says, whatever is sent to us.
 */
@ApplicationScoped
class ProviderKeys {
  private final ProviderHttp http;
  private final ProviderConfig config;

  /** At most one for each provider that is configured. */
  private final Map<URI, Known> known = new ConcurrentHashMap<>();

  ProviderKeys(ProviderHttp http, ProviderConfig config) {
    this.http = http;
    this.config = config;
  }

  private record Known(List<JsonWebKey> keys, Instant read) {}

  /** Those that are known, or new ones where they are too old. */
  Uni<List<JsonWebKey>> of(Metadata metadata) {
    Known now = known.get(metadata.keys());
    return now != null && now.read().plus(config.remember()).isAfter(Instant.now())
        ? Uni.createFrom().item(now.keys())
        : read(metadata.keys());
  }

  /** New ones, if they were not asked for a moment ago. */
  Uni<List<JsonWebKey>> again(Metadata metadata) {
    Known now = known.get(metadata.keys());
    return now != null && now.read().plus(config.keysPause()).isAfter(Instant.now())
        ? Uni.createFrom().item(now.keys())
        : read(metadata.keys());
  }

  private Uni<List<JsonWebKey>> read(URI from) {
    return http.ask(Question.get(from))
        .map(document -> keys(document.toString()))
        .invoke(keys -> known.put(from, new Known(keys, Instant.now())));
  }

  private static List<JsonWebKey> keys(String document) {
    try {
      return List.copyOf(new JsonWebKeySet(document).getJsonWebKeys());
    } catch (JoseException e) {
      throw new ProviderFailure("the answer is no key set");
    }
  }
}

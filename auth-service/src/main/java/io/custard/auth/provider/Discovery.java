package io.custard.auth.provider;

import io.custard.auth.provider.ProviderHttp.Question;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What providers say of themselves, asked for when it is needed and believed for a while. */
@ApplicationScoped
class Discovery {
  private final ProviderHttp http;
  private final ProviderConfig config;

  /** At most one for each provider that is configured. */
  private final Map<String, Metadata> known = new ConcurrentHashMap<>();

  Discovery(ProviderHttp http, ProviderConfig config) {
    this.http = http;
    this.config = config;
  }

  Uni<Metadata> of(Provider provider) {
    Metadata said = known.get(provider.id());
    if (said != null && said.read().plus(config.remember()).isAfter(Instant.now())) {
      return Uni.createFrom().item(said);
    }
    return http.ask(Question.get(provider.discovery()))
        .map(document -> Metadata.of(provider, document))
        .invoke(read -> known.put(provider.id(), read));
  }
}

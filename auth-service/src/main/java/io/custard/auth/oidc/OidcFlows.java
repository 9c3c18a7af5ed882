package io.custard.auth.oidc;

import io.custard.auth.provider.Handshake;
import io.custard.auth.provider.Provider;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Browsers on their way. Each comes back once, within ten minutes, from where it was sent. */
@ApplicationScoped
public class OidcFlows implements PanacheRepositoryBase<OidcFlow, String> {
  static final Duration LIFE = Duration.ofMinutes(10);

  @WithTransaction
  Uni<Void> add(OidcFlow flow) {
    return persist(flow).replaceWithVoid();
  }

  /** Uses it up, also when it is of no use any more. */
  @WithTransaction
  Uni<Optional<OidcFlow>> take(Handshake handshake, Provider provider) {
    return findById(handshake.sha256(), LockModeType.PESSIMISTIC_WRITE)
        .call(found -> found == null ? Uni.createFrom().voidItem() : delete(found))
        .map(found -> Optional.ofNullable(found).filter(flow -> flow.isOpen(provider)));
  }

  /** In the caller's transaction. */
  public Uni<Long> forgetOld() {
    return delete("expiresAt < ?1", Instant.now());
  }
}

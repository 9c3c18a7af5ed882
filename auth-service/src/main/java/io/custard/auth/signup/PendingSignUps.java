package io.custard.auth.signup;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sign-ups that wait, in the caller's session. */
@ApplicationScoped
public class PendingSignUps implements PanacheRepositoryBase<PendingSignUp, UUID> {
  /** Of one e-mail; the oldest goes when there is one more. */
  private static final int MOST = 5;

  /** The latest first. */
  Uni<List<PendingSignUp>> of(String email) {
    return list("email = ?1 and expiresAt > ?2 order by createdAt desc", email, Instant.now());
  }

  public Uni<Optional<PendingSignUp>> latest(String email) {
    return of(email).map(all -> all.stream().findFirst());
  }

  Uni<Void> add(PendingSignUp one) {
    return of(one.email)
        .map(all -> all.stream().skip(MOST - 1L).map(old -> old.id).toList())
        .chain(old -> old.isEmpty() ? Uni.createFrom().item(0L) : delete("id in ?1", old))
        .chain(() -> persist(one))
        .replaceWithVoid();
  }

  /** In the caller's transaction: the address has an account now. */
  public Uni<Long> forget(String email) {
    return delete("email", email);
  }

  /** In the caller's transaction. */
  public Uni<Long> forgetOld() {
    return delete("expiresAt < ?1", Instant.now());
  }
}

package io.custard.auth.session;

import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions and their tokens as stored, in the caller's transaction. */
@ApplicationScoped
class SessionTable implements PanacheRepositoryBase<LogInSession, UUID> {
  private static final Duration KEPT = Duration.ofDays(1);

  private final SessionConfig config;

  SessionTable(SessionConfig config) {
    this.config = config;
  }

  /** Locked until the transaction ends. */
  Uni<Optional<LogInSession>> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  /** The session a refresh token was given out for, locked until the transaction ends. */
  Uni<Optional<LogInSession>> lockedByToken(String sha256) {
    return getSession()
        .chain(session -> session.find(RefreshToken.class, sha256))
        .chain(found ->
            found == null ? Uni.createFrom().item(Optional.empty()) : locked(found.sessionId));
  }

  /** The latest used first. */
  Uni<List<LogInSession>> open(UserId user) {
    return list(
        "userId = ?1 and revokedAt is null and usedAt > ?2 and endsAt > ?3"
            + " order by usedAt desc",
        user.value(),
        Instant.now().minus(config.idle()),
        Instant.now());
  }

  /** Where the person was when they last did something; also of sessions that ended. */
  Uni<Optional<UUID>> lastOrganisation(UserId user) {
    return find("userId = ?1 order by usedAt desc", user.value())
        .firstResult()
        .map(last -> Optional.ofNullable(last).map(session -> session.organisationId));
  }

  Uni<Void> add(LogInSession session, String tokenSha256) {
    return getSession()
        .chain(open ->
            open.persistAll(session)
                .chain(open::flush)
                .chain(() -> open.persist(new RefreshToken(tokenSha256, session.id))));
  }

  Uni<Void> addToken(LogInSession session, String sha256) {
    return getSession().chain(open -> open.persist(new RefreshToken(sha256, session.id)));
  }

  /** Those that nobody can use any more go, with their tokens. */
  Uni<Long> forgetOld() {
    Instant before = Instant.now().minus(KEPT);
    return delete(
        "endsAt < ?1 or revokedAt < ?1 or usedAt < ?2", before, before.minus(config.idle()));
  }
}

package io.custard.auth.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Organisation;
import io.custard.auth.member.User;
import io.custard.outbox.Outbox;
import io.custard.outbox.OutboxRecord;
import io.custard.protocol.event.IdentityEvent;
import io.custard.protocol.event.SessionRevokedV1;
import io.custard.protocol.event.Topic;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Says in the caller's transaction what every other service must know of a change. Each method
 * first writes the change, locks the row and reads it anew, so that of two changes at once the
 * later event says both, and only then draws the version. Kick the outbox after the commit.
 */
@ApplicationScoped
public class IdentityChanges {
  private static final String OPEN_TOKENS =
      "from ApiToken where userId = ?1 and organisationId = ?2 and revokedAt is null"
          + " and expiresAt > ?3 order by id";
  private static final String MEMBER = "from Membership where userId = ?1 and organisationId = ?2";

  private final Outbox outbox;
  private final ObjectMapper json;

  IdentityChanges(Outbox outbox, ObjectMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  public Uni<Void> personChanged(User user) {
    return settled(user).chain(() -> tell(user.event(version())));
  }

  /** Before the row is deleted; the memberships are told of one by one, before this. */
  public Uni<Void> personDeleted(User user) {
    return settled(user).chain(() -> tell(user.farewell(version())));
  }

  /** Also says what the person's API tokens of this organisation may do from now on. */
  public Uni<Void> memberChanged(Membership membership) {
    return settled(membership)
        .chain(() -> tell(membership.event(version(), false)))
        .chain(() -> tellOpenTokens(membership, false));
  }

  /** Deletes the row and revokes the person's API tokens of this organisation. */
  public Uni<Void> memberRemoved(Membership membership) {
    return settled(membership)
        .chain(() -> tell(membership.event(version(), true)))
        .chain(() -> tellOpenTokens(membership, true))
        .chain(() -> Panache.getSession())
        .chain(session -> session.remove(membership));
  }

  public Uni<Void> organisationChanged(Organisation organisation) {
    return settled(organisation).chain(() -> tell(organisation.event(version(), false)));
  }

  /** Before the row is deleted; the memberships are told of one by one, before this. */
  public Uni<Void> organisationDeleted(Organisation organisation) {
    return settled(organisation).chain(() -> tell(organisation.event(version(), true)));
  }

  /**
   * A log-in was ended.
   *
   * @param expiresAt when the last access token of the session will have expired
   */
  public Uni<Void> sessionRevoked(UUID sessionId, Instant expiresAt) {
    return tell(new SessionRevokedV1(sessionId, version(), expiresAt.getEpochSecond()));
  }

  /** Of a token whose person is a member; the token's role is theirs. */
  public Uni<Void> apiTokenChanged(ApiToken token) {
    return settled(token)
        .chain(() -> Panache.getSession())
        .chain(session ->
            session
                .createSelectionQuery(MEMBER, Membership.class)
                .setParameter(1, token.userId)
                .setParameter(2, token.organisationId)
                .getSingleResult())
        .chain(membership -> tell(token.event(version(), membership.role())));
  }

  private Uni<Void> tellOpenTokens(Membership membership, boolean revoke) {
    return openTokens(membership)
        .chain(tokens ->
            Multi.createFrom()
                .iterable(tokens)
                .onItem()
                .transformToUniAndConcatenate(token -> tellToken(token, membership, revoke))
                .collect()
                .last())
        .replaceWithVoid();
  }

  private Uni<Void> tellToken(ApiToken token, Membership membership, boolean revoke) {
    if (revoke) {
      token.revoke();
    }
    return tell(token.event(version(), membership.role()));
  }

  private static Uni<List<ApiToken>> openTokens(Membership membership) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(OPEN_TOKENS, ApiToken.class)
                .setParameter(1, membership.userId().value())
                .setParameter(2, membership.organisationId().value())
                .setParameter(3, Instant.now())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
  }

  private static Uni<Void> settled(Object entity) {
    return Panache.getSession()
        .chain(session ->
            session.flush().chain(() -> session.refresh(entity, LockModeType.PESSIMISTIC_WRITE)));
  }

  private Uni<Void> tell(IdentityEvent event) {
    return outbox.append(new OutboxRecord(Topic.IDENTITY, null, event.key(), text(event)));
  }

  private String text(IdentityEvent event) {
    try {
      return json.writerFor(IdentityEvent.class).writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }

  private static long version() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
  }
}

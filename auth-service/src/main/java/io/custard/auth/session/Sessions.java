package io.custard.auth.session;

import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.User;
import io.custard.auth.token.AccessTokens;
import io.custard.auth.token.Identity;
import io.custard.auth.token.OpaqueTokens;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Begins, continues and ends log-ins, in the caller's transaction. Kick the outbox after it. */
@ApplicationScoped
public class Sessions {
  /** Clocks of services differ by less. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final SessionTable table;
  private final SessionConfig config;
  private final AccessTokens tokens;
  private final IdentityChanges changes;

  Sessions(SessionTable table, SessionConfig config, AccessTokens tokens, IdentityChanges changes) {
    this.table = table;
    this.config = config;
    this.tokens = tokens;
    this.changes = changes;
  }

  /**
   * Logs in.
   *
   * @param place with both loaded
   */
  public Uni<SignedIn> begin(Membership place, Client client) {
    String csrf = client.browser() ? OpaqueTokens.draw() : null;
    LogInSession session = new LogInSession(place.userId(), client, csrf, config.longest());
    String refresh = draw();
    String sha256 = OpaqueTokens.sha256(refresh);
    session.rotate(sha256, place.organisationId().value());
    return makeRoom(place.userId())
        .chain(() -> table.add(session, sha256))
        .replaceWith(() -> signedIn(session, place, refresh));
  }

  /**
   * New tokens of an open session, in this organisation from now on; the refresh token before ends.
   *
   * @param place of the session's person, with both loaded
   */
  public Uni<SignedIn> goOn(@Nullable UUID sessionId, Membership place) {
    return sessionId == null
        ? Uni.createFrom().failure(notFound())
        : table
            .locked(sessionId)
            .map(found ->
                found
                    .filter(session -> session.isOpen(config.idle()))
                    .filter(session -> session.user().equals(place.userId()))
                    .orElseThrow(Sessions::notFound))
            .chain(session -> goOn(session, place));
  }

  /** The same for one that is locked and open. */
  Uni<SignedIn> goOn(LogInSession session, Membership place) {
    String refresh = draw();
    String sha256 = OpaqueTokens.sha256(refresh);
    session.rotate(sha256, place.organisationId().value());
    return table.addToken(session, sha256).replaceWith(() -> signedIn(session, place, refresh));
  }

  /** Whether this log-in of this person is not over; locked until the transaction ends. */
  public Uni<Boolean> isOpen(UUID sessionId, UserId user) {
    return table
        .locked(sessionId)
        .map(found ->
            found
                .filter(session -> session.isOpen(config.idle()))
                .filter(session -> session.user().equals(user))
                .isPresent());
  }

  /** Where the person was last, if anywhere. */
  public Uni<Optional<OrganisationId>> lastPlace(UserId user) {
    return table.lastOrganisation(user).map(last -> last.map(OrganisationId::of));
  }

  /** Ends all sessions and refuses every access token that was issued until now. */
  public Uni<Void> endAll(User user) {
    user.endTokens();
    return table
        .open(user.userId())
        .invoke(all -> all.forEach(LogInSession::revoke))
        .chain(() -> changes.personChanged(user));
  }

  /** Ends all but one; each is told of by itself, so that the one stays as it is. */
  public Uni<Void> endOthers(UserId user, @Nullable UUID except) {
    return table.open(user).chain(all -> endEach(all, session -> !session.id.equals(except)));
  }

  /** Those that are over for a day go. */
  public Uni<Long> forgetOld() {
    return table.forgetOld();
  }

  Uni<Void> end(LogInSession session) {
    if (session.revokedAt != null) {
      return Uni.createFrom().voidItem();
    }
    session.revoke();
    return changes.sessionRevoked(session.id, Instant.now().plus(tokens.lifetime()).plus(SKEW));
  }

  private Uni<Void> makeRoom(UserId user) {
    return table
        .open(user)
        .chain(all -> {
          List<LogInSession> kept = all.stream().limit(config.most() - 1L).toList();
          return endEach(all, session -> !kept.contains(session));
        });
  }

  private Uni<Void> endEach(List<LogInSession> all, Predicate<LogInSession> which) {
    return Multi.createFrom()
        .items(all.stream().filter(which))
        .onItem()
        .transformToUniAndConcatenate(this::end)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private SignedIn signedIn(LogInSession session, Membership place, String refresh) {
    long notBefore = Math.max(place.user().tokensNotBefore(), place.tokensNotBefore());
    Identity identity =
        new Identity(
            place.userId(),
            place.user().email(),
            place.organisationId(),
            place.role().wireName(),
            new Identity.Session(session.id, session.csrf, notBefore));
    Duration left = Duration.between(Instant.now(), session.idleEnd(config.idle()));
    return SignedIn.of(
        place,
        session,
        new SignedIn.Tokens(tokens.issue(identity), refresh, Math.max(1, left.toSeconds())));
  }

  private static String draw() {
    return RefreshToken.PREFIX + OpaqueTokens.draw();
  }

  static CustardException notFound() {
    return new CustardException(
        ErrorCode.SESSION_NOT_FOUND, "List your sessions to find the right id.");
  }
}

package io.custard.auth.session;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.ratelimit.Visitor;
import io.custard.auth.token.OpaqueTokens;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes a refresh token for new tokens. Each is good once: one that was used is shown again by a
 * thief, or by the owner after a thief, and so ends the session. Only the token just before, within
 * seconds and from the same program, is taken for a request that ran beside the other; it gets
 * nothing and ends nothing.
 *
 * <pre>
 *   current ------------------> rotated: new tokens
 *   previous, seconds old ----> raced:   409, ask again with what the other request got
 *   any other of the session -> stolen:  401, the session ends and is audited
 *   unknown, over, ended -----> 401
 * </pre>
 */
@ApplicationScoped
class RefreshSession {
  private final SessionTable table;
  private final Sessions sessions;
  private final Memberships memberships;
  private final AuditLog audit;
  private final SessionConfig config;

  RefreshSession(
      SessionTable table,
      Sessions sessions,
      Memberships memberships,
      AuditLog audit,
      SessionConfig config) {
    this.table = table;
    this.sessions = sessions;
    this.memberships = memberships;
    this.audit = audit;
    this.config = config;
  }

  /** What a refresh came to; not thrown, because the transaction must commit. */
  sealed interface Outcome {}

  record Rotated(SignedIn signedIn) implements Outcome {}

  record Refused(ErrorCode code, String advice) implements Outcome {
    CustardException failure() {
      return new CustardException(code, advice);
    }
  }

  private static final Refused INVALID =
      new Refused(ErrorCode.AUTH_REFRESH_INVALID, "Log in again.");
  private static final Refused RACED =
      new Refused(
          ErrorCode.AUTH_REFRESH_RACED, "Go on with the tokens that the other request received.");
  private static final Refused FOREIGN =
      new Refused(
          ErrorCode.AUTH_CSRF, "Send the cookie custard_csrf as header X-CSRF-Token as well.");

  @WithTransaction
  Uni<Outcome> refresh(String token, boolean byCookie, Visitor visitor) {
    String sha256 = OpaqueTokens.sha256(token);
    return table
        .lockedByToken(sha256)
        .chain(found ->
            found
                .filter(session -> session.isOpen(config.idle()))
                .map(session -> judged(session, sha256, byCookie, visitor))
                .orElseGet(() -> Uni.createFrom().item(INVALID)));
  }

  private Uni<Outcome> judged(
      LogInSession session, String sha256, boolean byCookie, Visitor visitor) {
    if (byCookie && !isOwn(session, visitor)) {
      return Uni.createFrom().item(FOREIGN);
    }
    if (sha256.equals(session.currentSha256)) {
      return rotated(session);
    }
    return isRaced(session, sha256, visitor)
        ? Uni.createFrom().item(RACED)
        : stolen(session, visitor).replaceWith(INVALID);
  }

  private static boolean isOwn(LogInSession session, Visitor visitor) {
    return session.csrf != null && SessionCookies.isOwn(visitor, session.csrf);
  }

  private boolean isRaced(LogInSession session, String sha256, Visitor visitor) {
    return sha256.equals(session.previousSha256)
        && Instant.now().isBefore(session.usedAt.plus(config.race()))
        && session.userAgent.equals(visitor.userAgent());
  }

  private Uni<Void> stolen(LogInSession session, Visitor visitor) {
    Act act =
        Act.of(session.organisation(), session.user(), visitor.address(), "session.token_reused")
            .with("session", session.id.toString())
            .refused(ErrorCode.AUTH_REFRESH_INVALID.name());
    return sessions.end(session).chain(() -> audit.tell(act));
  }

  /** Who was put out of the organisation goes on in another of theirs, if there is one. */
  private Uni<Outcome> rotated(LogInSession session) {
    return memberships
        .of(session.user())
        .map(all -> place(session, all))
        .chain(place ->
            place.isEmpty()
                ? Uni.createFrom().item(INVALID)
                : sessions.goOn(session, place.get()).map(Rotated::new));
  }

  private static Optional<Membership> place(LogInSession session, List<Membership> all) {
    List<Membership> open =
        all.stream().filter(one -> one.isActive() && one.user().isActive()).toList();
    return open.stream()
        .filter(one -> one.organisationId().equals(session.organisation()))
        .findFirst()
        .or(() -> open.stream().findFirst());
  }
}

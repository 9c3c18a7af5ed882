package io.custard.auth.session;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.ratelimit.Visitor;
import io.custard.auth.token.AccessTokens;
import io.custard.auth.token.OpaqueTokens;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Ends one session. Ending one that is over is no failure; one that never was, is. */
@ApplicationScoped
class LogOut {
  private final SessionTable table;
  private final Sessions sessions;
  private final AuditLog audit;
  private final AccessTokens tokens;

  LogOut(SessionTable table, Sessions sessions, AuditLog audit, AccessTokens tokens) {
    this.table = table;
    this.sessions = sessions;
    this.audit = audit;
    this.tokens = tokens;
  }

  @WithTransaction
  Uni<Void> byRefreshToken(String token, boolean byCookie, Visitor visitor) {
    return table
        .lockedByToken(OpaqueTokens.sha256(token))
        .chain(found -> {
          if (byCookie && found.filter(session -> !isOwn(session, visitor)).isPresent()) {
            throw new CustardException(
                ErrorCode.AUTH_CSRF, "Send the cookie custard_csrf as header X-CSRF-Token too.");
          }
          return end(found, visitor);
        });
  }

  @WithTransaction
  Uni<Void> byAccessToken(String token, Visitor visitor) {
    return table.locked(tokens.session(token)).chain(found -> end(found, visitor));
  }

  private static boolean isOwn(LogInSession session, Visitor visitor) {
    return session.csrf != null && SessionCookies.isOwn(visitor, session.csrf);
  }

  private Uni<Void> end(Optional<LogInSession> found, Visitor visitor) {
    if (found.isEmpty() || found.get().revokedAt != null) {
      return Uni.createFrom().voidItem();
    }
    LogInSession session = found.get();
    return sessions
        .end(session)
        .chain(() ->
            audit.tell(
                Act.of(session.organisation(), session.user(), visitor.address(), "session.ended")
                    .with("session", session.id.toString())));
  }
}

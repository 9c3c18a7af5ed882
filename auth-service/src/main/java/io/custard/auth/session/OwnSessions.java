package io.custard.auth.session;

import io.custard.access.Caller;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What a person sees and ends of their own sessions. */
@ApplicationScoped
class OwnSessions {
  private final SessionTable table;
  private final Sessions sessions;
  private final People people;
  private final AuditLog audit;
  private final Outbox outbox;

  OwnSessions(SessionTable table, Sessions sessions, People people, AuditLog audit, Outbox outbox) {
    this.table = table;
    this.sessions = sessions;
    this.people = people;
    this.audit = audit;
    this.outbox = outbox;
  }

  Uni<SessionView.Page> list(Caller caller) {
    return Panache.withSession(() -> table.open(caller.userId()))
        .map(all -> all.stream().map(one -> SessionView.of(one, caller.sessionId())).toList())
        .map(items -> new SessionView.Page(items, null));
  }

  Uni<Void> end(Caller caller, String sessionId) {
    UUID id = read(sessionId);
    return Panache.withTransaction(() ->
            table
                .locked(id)
                .map(found -> mine(found, caller))
                .chain(sessions::end)
                .chain(() -> audit.tell(act(caller, "session.ended").with("session", sessionId))))
        .invoke(outbox::kick);
  }

  Uni<Void> endAll(Caller caller) {
    return Panache.withTransaction(() ->
            people
                .locked(caller.userId())
                .map(OwnSessions::present)
                .chain(sessions::endAll)
                .chain(() -> audit.tell(act(caller, "session.all_ended"))))
        .invoke(outbox::kick);
  }

  private static LogInSession mine(Optional<LogInSession> found, Caller caller) {
    return found
        .filter(session -> session.user().equals(caller.userId()))
        .filter(session -> session.revokedAt == null)
        .orElseThrow(Sessions::notFound);
  }

  private static User present(Optional<User> found) {
    return found.orElseThrow(
        () -> new CustardException(ErrorCode.AUTH_TOKEN_INVALID, "This account is gone."));
  }

  private static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Sessions.notFound();
    }
  }

  private static Act act(Caller caller, String action) {
    return Act.of(caller.organisationId(), caller.userId(), caller.address(), action);
  }
}

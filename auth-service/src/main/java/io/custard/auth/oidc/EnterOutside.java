package io.custard.auth.oidc;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.login.EnterProved;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.session.SignedIn;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Whose account an outside log-in opens: the one it is linked with. Without a link it opens a new
 * account, when the provider proved the e-mail and nobody has it; otherwise nothing, whether or not
 * somebody has the e-mail, so that nobody finds out by this.
 */
@ApplicationScoped
class EnterOutside {
  private final LoginLinks links;
  private final People people;
  private final OpenOutside open;
  private final EnterProved enter;
  private final Refusals refusals;

  EnterOutside(
      LoginLinks links, People people, OpenOutside open, EnterProved enter, Refusals refusals) {
    this.links = links;
    this.people = people;
    this.open = open;
    this.enter = enter;
    this.refusals = refusals;
  }

  /** Writes down who was not let in. */
  @ApplicationScoped
  static class Refusals {
    private final AuditLog audit;
    private final Outbox outbox;

    Refusals(AuditLog audit, Outbox outbox) {
      this.audit = audit;
      this.outbox = outbox;
    }

    <T> Uni<T> refuse(Journey journey, CustardException failure) {
      Act act =
          new Act(
              null,
              "unknown",
              journey.client().address(),
              "session.begun",
              failure.code().name(),
              Map.of("provider", journey.provider().id()));
      return Panache.withTransaction(() -> audit.tell(act))
          .invoke(outbox::kick)
          .chain(() -> Uni.createFrom().failure(failure));
    }
  }

  Uni<SignedIn> enter(Journey journey) {
    return Panache.withTransaction(() -> linked(journey))
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : opened(journey))
        .chain(user ->
            user.isPresent()
                ? enter.enter(user.get().userId(), user.get().email(), journey.client())
                : refusals.refuse(journey, linkNeeded()));
  }

  private Uni<Optional<User>> linked(Journey journey) {
    return links
        .of(journey.person())
        .chain(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
          }
          found.get().used(journey.person().email());
          return people.byId(found.get().user());
        });
  }

  /** Of two first log-ins at once the second finds the address taken, and may try again. */
  private Uni<Optional<User>> opened(Journey journey) {
    return journey.person().emailProved()
        ? open.open(journey)
            .onFailure(failure -> People.isEmailTaken(failure) || LoginLinks.isLinked(failure))
            .recoverWithItem(Optional.empty())
        : Uni.createFrom().item(Optional.empty());
  }

  private static CustardException linkNeeded() {
    return new CustardException(
        ErrorCode.AUTH_OIDC_LINK_NEEDED,
        "Log in with your password, or sign up, and link this log-in in your settings.");
  }
}

package io.custard.auth.oidc;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.login.EnterProved;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.session.SignedIn;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final AuditLog audit;

  EnterOutside(
      LoginLinks links, People people, OpenOutside open, EnterProved enter, AuditLog audit) {
    this.links = links;
    this.people = people;
    this.open = open;
    this.enter = enter;
    this.audit = audit;
  }

  Uni<SignedIn> enter(Journey journey) {
    return Panache.withTransaction(() -> linked(journey))
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : opened(journey))
        .chain(user ->
            user.isPresent()
                ? enter.enter(user.get().userId(), user.get().email(), journey.client())
                : Uni.createFrom().failure(linkNeeded()));
  }

  private Uni<Optional<User>> linked(Journey journey) {
    return links
        .of(journey.person())
        .chain(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
          }
          found.get().used(journey.person().email());
          return audit
              .tell(used(found.get(), journey))
              .chain(() -> people.byId(found.get().user()));
        });
  }

  private static Act used(LoginLink link, Journey journey) {
    return Act.of(null, link.user(), journey.client().address(), "login_link.used")
        .with("provider", journey.provider().id());
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

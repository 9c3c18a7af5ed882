package io.custard.auth.oidc;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.signup.PendingSignUps;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** Opens an account for an outside log-in whose e-mail is proved and nobody's. */
@ApplicationScoped
class OpenOutside {
  private final People people;
  private final LoginLinks links;
  private final PendingSignUps pending;
  private final IdentityChanges changes;
  private final AuditLog audit;

  OpenOutside(
      People people,
      LoginLinks links,
      PendingSignUps pending,
      IdentityChanges changes,
      AuditLog audit) {
    this.people = people;
    this.links = links;
    this.pending = pending;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Empty when somebody has the e-mail. The account has no password and no organisation: the log-in
   * that follows founds one, as for everybody who is nowhere.
   */
  @WithTransaction
  Uni<Optional<User>> open(Journey journey) {
    String email = Objects.requireNonNull(journey.person().email());
    return people
        .byEmail(email)
        .chain(found ->
            found.isPresent()
                ? Uni.createFrom().item(Optional.empty())
                : opened(User.verified(email, journey.person().name(), null), journey)
                    .map(Optional::of));
  }

  private Uni<User> opened(User user, Journey journey) {
    String provider = journey.provider().id();
    LoginLink link = new LoginLink(user.userId(), provider, journey.person());
    Act act =
        Act.of(null, user.userId(), journey.client().address(), "account.opened")
            .with("provider", provider);
    return people
        .persistAndFlush(user)
        .chain(() -> links.persistAndFlush(link))
        .chain(() -> pending.forget(user.email()))
        .chain(() -> changes.personChanged(user))
        .chain(() -> audit.tell(act))
        .replaceWith(user);
  }
}

package io.custard.auth.invitation;

import io.custard.access.Caller;
import io.custard.auth.member.Membership;
import io.custard.auth.password.PasswordRules;
import io.custard.auth.password.Passwords;
import io.custard.auth.place.KnownPlaces;
import io.custard.auth.session.Client;
import io.custard.auth.session.Sessions;
import io.custard.auth.session.SignedIn;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** From the mail's link to a log-in. No database connection is held while a password is hashed. */
@ApplicationScoped
class EnterByInvitation {
  private final AcceptInvitation accept;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final Sessions sessions;
  private final KnownPlaces places;

  EnterByInvitation(
      AcceptInvitation accept,
      PasswordRules rules,
      Passwords passwords,
      Sessions sessions,
      KnownPlaces places) {
    this.accept = accept;
    this.rules = rules;
    this.passwords = passwords;
    this.sessions = sessions;
    this.places = places;
  }

  /** Opens an account with the chosen password, and logs in. */
  Uni<SignedIn> asNewPerson(Acceptance wanted, Client client) {
    return accept
        .addressWithoutAccount(wanted.token())
        .invoke(email -> rules.require(wanted.password(), email, wanted.name()))
        .chain(() -> passwords.hash(wanted.password()))
        .map(hash -> new AcceptInvitation.NewPerson(wanted.name(), hash, client.address()))
        .chain(person ->
            Panache.withTransaction(() ->
                accept
                    .asNewPerson(wanted.token(), person)
                    .call(member -> places.remember(member.userId(), client.address()))
                    .chain(member -> sessions.begin(member, client))));
  }

  /** The log-in stays in its organisation. */
  Uni<Membership> asMyself(String token, Caller caller) {
    return accept.asMyself(token, caller);
  }
}

package io.custard.auth.login;

import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.User;
import io.custard.auth.organisation.OwnOrganisation;
import io.custard.auth.place.KnownPlaces;
import io.custard.auth.session.Client;
import io.custard.auth.session.Sessions;
import io.custard.auth.session.SignedIn;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows a password: a session, or a refusal; either is written to the audit log. */
@ApplicationScoped
class EnterAccount {
  private static final String ACTION = "session.begun";

  private final OwnOrganisation own;
  private final Memberships memberships;
  private final Sessions sessions;
  private final KnownPlaces places;
  private final AuditLog audit;
  private final Outbox outbox;

  EnterAccount(
      OwnOrganisation own,
      Memberships memberships,
      Sessions sessions,
      KnownPlaces places,
      AuditLog audit,
      Outbox outbox) {
    this.own = own;
    this.memberships = memberships;
    this.sessions = sessions;
    this.places = places;
    this.audit = audit;
    this.outbox = outbox;
  }

  /**
   * How somebody wants to enter.
   *
   * @param renewedHash of the password that was right; null: the stored one stays
   */
  record Wish(@Nullable OrganisationId organisation, @Nullable String renewedHash) {
    @Override
    public String toString() {
      return "Wish[" + organisation + "]";
    }
  }

  /** The password was right. */
  Uni<SignedIn> enter(Candidate found, Wish wish, Client client) {
    if (found.user().isEmpty()) {
      return refuse(found, ErrorCode.AUTH_EMAIL_UNVERIFIED, "Follow the link in our mail.", client);
    }
    User user = found.user().get();
    if (!user.isActive()) {
      return refuse(found, ErrorCode.AUTH_ACCOUNT_INACTIVE, "Ask an administrator.", client);
    }
    Uni<Boolean> somewhere =
        found.places().isEmpty()
            ? own.foundIfNowhere(user.userId(), client.address())
            : Uni.createFrom().item(true);
    return somewhere.chain(open ->
        open
            ? Panache.withTransaction(() -> begun(user, wish, client)).invoke(outbox::kick)
            : refuse(found, ErrorCode.AUTH_ACCOUNT_INACTIVE, "Ask an administrator.", client));
  }

  /** Writes down that somebody was not let in; for unknown accounts too, as quickly. */
  Uni<Void> refused(Candidate found, ErrorCode code, Client client) {
    Act act =
        new Act(
            found.organisation(), found.actor(), client.address(), ACTION, code.name(), Map.of());
    return Panache.withTransaction(() -> audit.tell(act)).invoke(outbox::kick);
  }

  private <T> Uni<T> refuse(Candidate found, ErrorCode code, String advice, Client client) {
    return refused(found, code, client)
        .chain(() -> Uni.createFrom().failure(new CustardException(code, advice)));
  }

  private Uni<SignedIn> begun(User user, Wish wish, Client client) {
    return place(user, wish.organisation())
        .invoke(place -> {
          if (wish.renewedHash() != null) {
            place.user().setPasswordHash(wish.renewedHash());
          }
        })
        .call(place -> places.remember(place.userId(), client.address()))
        .call(place ->
            audit.tell(Act.of(place.organisationId(), place.userId(), client.address(), ACTION)))
        .chain(place -> sessions.begin(place, client));
  }

  private Uni<Membership> place(User user, @Nullable OrganisationId wanted) {
    return memberships
        .of(user.userId())
        .chain(all ->
            sessions
                .lastPlace(user.userId())
                .map(last ->
                    place(all.stream().filter(EnterAccount::isOpen).toList(), wanted, last)));
  }

  private static boolean isOpen(Membership one) {
    return one.isActive() && one.user().isActive();
  }

  private static Membership place(
      List<Membership> all, @Nullable OrganisationId wanted, Optional<OrganisationId> last) {
    if (wanted != null) {
      return all.stream()
          .filter(one -> one.organisationId().equals(wanted))
          .findFirst()
          .orElseThrow(Memberships::noOrganisation);
    }
    return all.stream()
        .filter(one -> last.filter(one.organisationId()::equals).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(
            () -> new CustardException(ErrorCode.AUTH_ACCOUNT_INACTIVE, "Ask an administrator."));
  }
}

package io.custard.auth.organisation;

import io.custard.access.Caller;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.session.Sessions;
import io.custard.auth.session.SignedIn;
import io.custard.protocol.OrganisationId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a log-in to another organisation of its person: new tokens of the same session. */
@ApplicationScoped
class SwitchOrganisation {
  private final Memberships memberships;
  private final Sessions sessions;

  SwitchOrganisation(Memberships memberships, Sessions sessions) {
    this.memberships = memberships;
    this.sessions = sessions;
  }

  /** Fails with {@code ORGANISATION_NOT_FOUND} where the person is no active member. */
  @WithTransaction
  Uni<SignedIn> to(OrganisationId organisation, Caller caller) {
    return memberships
        .one(organisation, caller.userId())
        .map(found -> found.filter(Membership::isActive).orElseThrow(Memberships::noOrganisation))
        .chain(place -> sessions.goOn(caller.sessionId(), place));
  }
}

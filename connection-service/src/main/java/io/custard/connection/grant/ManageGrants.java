package io.custard.connection.grant;

import io.custard.access.Caller;
import io.custard.access.view.IdentityView;
import io.custard.access.view.Standing;
import io.custard.connection.audit.Actor;
import io.custard.connection.registry.Grants;
import io.custard.connection.registry.OwnedConnection;
import io.custard.intake.ViewLag;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What those who manage a connection do with its grants. */
@ApplicationScoped
class ManageGrants {
  private final Grants grants;
  private final IdentityView people;
  private final Outbox outbox;

  ManageGrants(Grants grants, IdentityView people, Outbox outbox) {
    this.grants = grants;
    this.people = people;
    this.outbox = outbox;
  }

  Uni<GrantView.Page> list(OwnedConnection wanted) {
    return grants.of(wanted).map(GrantView.Page::of);
  }

  /** Only members are granted anything; others could not use it. */
  Uni<GrantView> put(OwnedConnection connection, String user, WantedGrant wanted, Caller caller) {
    UserId who = user(user);
    return ViewLag.waitOut(member(connection, who))
        .chain(() -> grants.put(connection, who, wanted.wanted(), Actor.of(caller)))
        .invoke(outbox::kick)
        .replaceWith(new GrantView(who, wanted.wanted()));
  }

  Uni<Void> remove(OwnedConnection connection, String user, Caller caller) {
    return grants.remove(connection, user(user), Actor.of(caller)).invoke(outbox::kick);
  }

  private Uni<Void> member(OwnedConnection connection, UserId user) {
    return Uni.createFrom()
        .deferred(() -> people.standing(user, connection.organisation(), null))
        .invoke(standing -> {
          Standing.Member member = standing.member();
          if (member == null || member.deleted()) {
            throw nobody();
          }
        })
        .replaceWithVoid();
  }

  private static UserId user(String text) {
    try {
      return UserId.fromString(text);
    } catch (IllegalArgumentException e) {
      throw nobody();
    }
  }

  private static CustardException nobody() {
    return new CustardException(
        ErrorCode.CONNECTION_GRANTEE_UNKNOWN,
        "List the members of your organisation to find the right id.");
  }
}

package io.custard.auth.account;

import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.People;
import io.custard.auth.member.User;
import io.custard.auth.organisation.EndOrganisation;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/**
 * Deletes a person, in the caller's transaction: out of every organisation, and with those that
 * would have no member any more. Fails with {@code ORGANISATION_LAST_OWNER} while somebody would be
 * left behind without an owner.
 */
@ApplicationScoped
public class EndPerson {
  private static final Comparator<Membership> SAME_ORDER_FOR_ALL =
      Comparator.comparing(membership -> membership.organisationId().value());

  private final People people;
  private final Memberships memberships;
  private final EndOrganisation organisations;
  private final IdentityChanges changes;

  EndPerson(
      People people,
      Memberships memberships,
      EndOrganisation organisations,
      IdentityChanges changes) {
    this.people = people;
    this.memberships = memberships;
    this.organisations = organisations;
    this.changes = changes;
  }

  /** Nothing happens when there is no such person. Kick the outbox after the commit. */
  public Uni<Void> end(UserId id) {
    return memberships
        .of(id)
        .chain(this::leaveAll)
        .chain(() -> people.locked(id))
        .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : removed(found.get()));
  }

  /**
   * Locks are taken in one order, so that two who leave the same ones do not wait for each other.
   */
  private Uni<Void> leaveAll(List<Membership> all) {
    return Multi.createFrom()
        .iterable(all.stream().sorted(SAME_ORDER_FOR_ALL).toList())
        .onItem()
        .transformToUniAndConcatenate(this::leave)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> leave(Membership membership) {
    return memberships
        .locked(membership.organisationId())
        .chain(organisation ->
            memberships
                .count("organisationId", membership.organisationId().value())
                .chain(members ->
                    members <= 1
                        ? organisations.end(organisation)
                        : memberships
                            .requireOwnerWithout(membership)
                            .chain(() -> changes.memberRemoved(membership))));
  }

  private Uni<Void> removed(User user) {
    return changes
        .personDeleted(user)
        .chain(people::getSession)
        .chain(session ->
            session
                .createMutationQuery("delete from ApiToken where userId = ?1")
                .setParameter(1, user.userId().value())
                .executeUpdate()
                .chain(() -> session.remove(user))
                .chain(session::flush));
  }
}

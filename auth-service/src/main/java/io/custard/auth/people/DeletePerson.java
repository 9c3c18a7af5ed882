package io.custard.auth.people;

import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.auth.member.User;
import io.custard.auth.organisation.EndOrganisation;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/**
 * The end of an account: of every membership, and of organisations nobody else is in. Fails with
 * {@code ORGANISATION_LAST_OWNER} where others would be left without an owner.
 */
@ApplicationScoped
public class DeletePerson {
  private final Memberships memberships;
  private final EndOrganisation end;
  private final IdentityChanges changes;

  DeletePerson(Memberships memberships, EndOrganisation end, IdentityChanges changes) {
    this.memberships = memberships;
    this.end = end;
    this.changes = changes;
  }

  /** In the caller's transaction; what refers to the row goes with it. Kick the outbox after. */
  public Uni<Void> delete(User user) {
    return memberships
        .of(user.userId())
        .chain(all ->
            Multi.createFrom()
                .iterable(inOneOrder(all))
                .onItem()
                .transformToUniAndConcatenate(organisation -> left(organisation, user.userId()))
                .collect()
                .last())
        .chain(() -> changes.personDeleted(user))
        .chain(memberships::getSession)
        .chain(session -> session.flush().chain(() -> session.remove(user)));
  }

  /** Two who delete at once lock the organisations in the same order. */
  private static List<OrganisationId> inOneOrder(List<Membership> all) {
    return all.stream()
        .map(Membership::organisationId)
        .sorted(Comparator.comparing(OrganisationId::value))
        .toList();
  }

  private Uni<Void> left(OrganisationId organisation, UserId user) {
    return memberships
        .locked(organisation)
        .chain(locked ->
            memberships
                .count("organisationId", organisation.value())
                .chain(members ->
                    members == 1
                        ? end.end(locked)
                        : memberships
                            .member(organisation, user)
                            .call(memberships::requireOwnerWithout)
                            .chain(changes::memberRemoved)));
  }
}

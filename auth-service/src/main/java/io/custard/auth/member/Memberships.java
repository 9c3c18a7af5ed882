package io.custard.auth.member;

import io.custard.access.Role;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is in which organisation, read in the caller's transaction. Whoever changes a membership
 * locks the organisation first: of two that would together leave it without an owner, the second
 * sees what the first did.
 */
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, UUID> {
  private static final String WITH_BOTH =
      "from Membership m join fetch m.user u join fetch m.organisation o where ";
  private static final String ACTIVE_OWNERS =
      "organisationId = ?1 and userId <> ?2 and role = ?3 and active and user.active";

  /** Holds the organisation's lock until the transaction ends. */
  public Uni<Organisation> locked(OrganisationId organisation) {
    return getSession()
        .chain(session ->
            session.find(Organisation.class, organisation.value(), LockModeType.PESSIMISTIC_WRITE))
        .onItem()
        .ifNull()
        .failWith(Memberships::noOrganisation);
  }

  /** One person in one organisation, with both loaded. */
  public Uni<Optional<Membership>> one(OrganisationId organisation, UserId user) {
    return find(WITH_BOTH + "o.id = ?1 and u.id = ?2", organisation.value(), user.value())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Fails with {@code MEMBER_NOT_FOUND} also for members of other organisations. */
  public Uni<Membership> member(OrganisationId organisation, UserId user) {
    return one(organisation, user)
        .map(found ->
            found.orElseThrow(() ->
                new CustardException(
                    ErrorCode.MEMBER_NOT_FOUND, "List the members to find the right id.")));
  }

  /** The caller's own membership, locked until the transaction ends. */
  public Uni<Membership> lockedMember(OrganisationId organisation, UserId user) {
    return find("organisationId = ?1 and userId = ?2", organisation.value(), user.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(Memberships::noOrganisation);
  }

  /** Everywhere the person is, oldest first, with both loaded. */
  public Uni<List<Membership>> of(UserId user) {
    return find(WITH_BOTH + "u.id = ?1 order by m.createdAt, o.id", user.value()).list();
  }

  /** Everybody who is there, with both loaded. */
  public Uni<List<Membership>> in(OrganisationId organisation) {
    return find(WITH_BOTH + "o.id = ?1 order by m.createdAt, u.id", organisation.value()).list();
  }

  /** Whether an active owner remains without this person; the organisation must be locked. */
  public Uni<Boolean> ownerRemainsWithout(OrganisationId organisation, UserId user) {
    return count(ACTIVE_OWNERS, organisation.value(), user.value(), Role.OWNER.wireName())
        .map(others -> others > 0);
  }

  /**
   * Fails with {@code ORGANISATION_LAST_OWNER}. The organisation must be locked; the membership may
   * have been read before that, so it is read anew.
   */
  public Uni<Void> requireOwnerWithout(Membership membership) {
    return getSession()
        .chain(session -> session.refresh(membership))
        .chain(() ->
            membership.role() == Role.OWNER && membership.isActive()
                ? ownerRemainsWithout(membership.organisationId(), membership.userId())
                : Uni.createFrom().item(true))
        .invoke(remains -> {
          if (!remains) {
            throw lastOwner();
          }
        })
        .replaceWithVoid();
  }

  /** What the last owner hears. */
  public static CustardException lastOwner() {
    return new CustardException(
        ErrorCode.ORGANISATION_LAST_OWNER,
        "Make somebody else an owner first, or delete the organisation.");
  }

  /** What somebody hears who asks for an organisation that is not there for them. */
  public static CustardException noOrganisation() {
    return new CustardException(
        ErrorCode.ORGANISATION_NOT_FOUND, "List your organisations to find the right id.");
  }
}

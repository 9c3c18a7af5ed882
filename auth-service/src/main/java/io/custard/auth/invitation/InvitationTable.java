package io.custard.auth.invitation;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations as stored, in the caller's transaction. */
@ApplicationScoped
class InvitationTable implements PanacheRepositoryBase<Invitation, UUID> {

  Uni<List<Invitation>> in(OrganisationId organisation) {
    return find("organisationId = ?1 order by createdAt, id", organisation.value()).list();
  }

  Uni<Long> countOf(OrganisationId organisation) {
    return count("organisationId", organisation.value());
  }

  Uni<Optional<Invitation>> to(OrganisationId organisation, String email) {
    return find("organisationId = ?1 and email = ?2", organisation.value(), email)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Locked; fails with {@code INVITATION_NOT_FOUND}. */
  Uni<Invitation> one(OrganisationId organisation, UUID invitation) {
    return find("organisationId = ?1 and id = ?2", organisation.value(), invitation)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() ->
            new CustardException(
                ErrorCode.INVITATION_NOT_FOUND, "List the invitations to find the right id."));
  }

  /** By the hash of a link's token; fails with {@code INVITATION_INVALID}, also when too old. */
  Uni<Invitation> byToken(String sha256) {
    return valid(find("tokenSha256", sha256).firstResult());
  }

  /** The same, locked: of two who accept at once the second finds nothing. */
  Uni<Invitation> lockedByToken(String sha256) {
    return valid(
        find("tokenSha256", sha256).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult());
  }

  Uni<Long> forgetOld(OrganisationId organisation, Instant expiredBefore) {
    return delete("organisationId = ?1 and expiresAt < ?2", organisation.value(), expiredBefore);
  }

  /** What whoever shows a wrong link hears, whatever is wrong with it. */
  static CustardException invalid() {
    return new CustardException(
        ErrorCode.INVITATION_INVALID, "Ask whoever invited you to do it once more.");
  }

  private static Uni<Invitation> valid(Uni<Invitation> found) {
    return found.map(invitation -> {
      if (invitation == null || invitation.isOver()) {
        throw invalid();
      }
      return invitation;
    });
  }
}

package io.custard.auth.invitation;

import io.custard.auth.link.MailedLink;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.token.OpaqueTokens;
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
  private static final String PLACE =
      "select i.organisationId from Invitation i"
          + " where i.id = (select l.subjectId from MailedLink l where l.sha256 = ?1)";

  private final MailedLinks links;

  InvitationTable(MailedLinks links) {
    this.links = links;
  }

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

  /** By its link; fails with {@code INVITATION_INVALID}, also when it is too old. */
  Uni<Invitation> byLink(String token) {
    return ofLink(links.look(Purpose.INVITATION, token));
  }

  /** The same, and the link is used up: of two who accept at once the second finds none. */
  Uni<Invitation> redeemed(String token) {
    return ofLink(links.redeem(Purpose.INVITATION, token));
  }

  /** Where it leads to, without loading what somebody else may use up at this moment. */
  Uni<OrganisationId> placeOf(String token) {
    return getSession()
        .chain(session ->
            session
                .createSelectionQuery(PLACE, UUID.class)
                .setParameter(1, OpaqueTokens.sha256(token))
                .getSingleResultOrNull())
        .onItem()
        .ifNull()
        .failWith(InvitationTable::invalid)
        .map(OrganisationId::of);
  }

  /** With its links. */
  Uni<Void> end(Invitation invitation) {
    return links.forget(Purpose.INVITATION, invitation.id).chain(() -> delete(invitation));
  }

  Uni<Long> forgetOld(OrganisationId organisation, Instant expiredBefore) {
    return delete("organisationId = ?1 and expiresAt < ?2", organisation.value(), expiredBefore);
  }

  /** What whoever shows a wrong link hears, whatever is wrong with it. */
  static CustardException invalid() {
    return new CustardException(
        ErrorCode.INVITATION_INVALID, "Ask whoever invited you to do it once more.");
  }

  private Uni<Invitation> ofLink(Uni<MailedLink> link) {
    return link.onFailure(CustardException.class)
        .transform(wrong -> invalid())
        .chain(found -> findById(found.subjectId()))
        .invoke(invitation -> {
          if (invitation == null || invitation.isOver()) {
            throw invalid();
          }
        });
  }
}

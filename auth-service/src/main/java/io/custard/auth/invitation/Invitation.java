package io.custard.auth.invitation;

import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A row of {@code invitations}: somebody who is wanted in an organisation and has not come yet. */
@Entity
@Table(name = "invitations")
class Invitation {
  @Id UUID id;

  @Column(name = "organisation_id")
  UUID organisationId;

  String email;
  String role;

  @Column(name = "invited_by")
  UUID invitedBy;

  int mails;

  @Column(name = "mailed_at")
  Instant mailedAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected Invitation() {}

  Invitation(OrganisationId organisation, String email) {
    this.id = UUID.randomUUID();
    this.organisationId = organisation.value();
    this.email = email;
    this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  OrganisationId organisation() {
    return OrganisationId.of(organisationId);
  }

  UserId inviter() {
    return UserId.of(invitedBy);
  }

  Role role() {
    return Role.of(role).orElse(Role.VIEWER);
  }

  /** Invites, for the first time or once more; fails with {@code INVITATION_LIMIT}. */
  void send(Membership inviter, Role as, InvitationConfig limits) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    boolean early = mails > 0 && now.isBefore(mailedAt.plus(limits.pause()));
    if (early || mails >= limits.mails()) {
      throw new CustardException(
          ErrorCode.INVITATION_LIMIT, "Wait a minute, or revoke the invitation and write anew.");
    }
    invitedBy = inviter.userId().value();
    role = as.wireName();
    mails++;
    mailedAt = now;
    expiresAt = now.plus(limits.lifetime());
  }

  boolean isOver() {
    return Instant.now().isAfter(expiresAt);
  }
}

package io.custard.auth.invitation;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.Membership;
import io.custard.auth.member.Memberships;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What administrators do with invitations, under the lock of their organisation. Whether somebody
 * has an account makes no difference: neither to the answer nor to the mail.
 */
@ApplicationScoped
class Invitations {
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final InvitationTable table;
  private final Memberships memberships;
  private final MailQueue mails;
  private final AuditLog audit;
  private final InvitationConfig config;

  Invitations(
      InvitationTable table,
      Memberships memberships,
      MailQueue mails,
      AuditLog audit,
      InvitationConfig config) {
    this.table = table;
    this.memberships = memberships;
    this.mails = mails;
    this.audit = audit;
    this.config = config;
  }

  @WithSession
  Uni<List<InvitationView>> of(OrganisationId organisation) {
    return table.in(organisation).map(found -> found.stream().map(InvitationView::of).toList());
  }

  /** Of an address that is invited already the mail is sent once more, with a new link. */
  @WithTransaction
  Uni<InvitationView> invite(Caller caller, NewInvitation wanted) {
    return memberships
        .locked(caller.organisationId())
        .chain(locked -> memberships.member(caller.organisationId(), caller.userId()))
        .invoke(inviter -> requireMayGive(inviter.role(), wanted.as()))
        .call(() -> requireStranger(caller.organisationId(), wanted.email()))
        .chain(inviter -> invited(inviter, wanted))
        .call(sent -> mails.add(new QueuedMail(InvitationComposer.KIND, sent.email, sent.id, null)))
        .call(sent -> audit.tell(act(caller, "invitation.sent", sent)))
        .map(InvitationView::of);
  }

  /** Fails with {@code INVITATION_NOT_FOUND} also for one of another organisation. */
  @WithTransaction
  Uni<Void> revoke(Caller caller, UUID invitation) {
    return table
        .one(caller.organisationId(), invitation)
        .call(found -> audit.tell(act(caller, "invitation.revoked", found)))
        .chain(table::end);
  }

  private Uni<Invitation> invited(Membership inviter, NewInvitation wanted) {
    return table
        .forgetOld(inviter.organisationId(), Instant.now().minus(REMEMBERED))
        .chain(() -> table.to(inviter.organisationId(), wanted.email()))
        .chain(known ->
            known
                .map(invitation -> Uni.createFrom().item(invitation))
                .orElseGet(() -> fresh(inviter.organisationId(), wanted.email())))
        .invoke(invitation -> invitation.send(inviter, wanted.as(), config))
        .chain(table::persist);
  }

  private Uni<Invitation> fresh(OrganisationId organisation, String email) {
    return table
        .countOf(organisation)
        .invoke(open -> {
          if (open >= config.open()) {
            throw new CustardException(
                ErrorCode.INVITATION_LIMIT, "Revoke an open invitation first.");
          }
        })
        .map(open -> new Invitation(organisation, email));
  }

  private Uni<Void> requireStranger(OrganisationId organisation, String email) {
    return memberships
        .count("organisationId = ?1 and user.email = ?2", organisation.value(), email)
        .invoke(members -> {
          if (members > 0) {
            throw new CustardException(
                ErrorCode.MEMBER_ALREADY, "List the members to find this one.");
          }
        })
        .replaceWithVoid();
  }

  private static void requireMayGive(Role own, Role given) {
    if (!own.isAtLeast(Role.ADMIN) || !own.isAtLeast(given)) {
      throw new CustardException(
          ErrorCode.AUTH_FORBIDDEN, "Nobody can give a role above their own.");
    }
  }

  private static Act act(Caller caller, String action, Invitation invitation) {
    return Act.of(caller.organisationId(), caller.userId(), caller.address(), action)
        .with("invitation", invitation.id.toString())
        .with("email", invitation.email)
        .with("role", invitation.role);
  }
}

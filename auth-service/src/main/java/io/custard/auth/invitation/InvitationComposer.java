package io.custard.auth.invitation;

import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.Letter;
import io.custard.auth.mail.MailComposer;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.Organisation;
import io.custard.auth.member.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mail of an invitation, and its link: drawn here, so that it is nowhere but in the mail.
 * A mail that is sent again has a new link; all of them end with the invitation.
 */
@ApplicationScoped
class InvitationComposer implements MailComposer {
  static final String KIND = "invitation";

  private final InvitationTable table;
  private final MailedLinks links;
  private final InvitationConfig config;

  InvitationComposer(InvitationTable table, MailedLinks links, InvitationConfig config) {
    this.table = table;
    this.links = links;
    this.config = config;
  }

  /** Whom the letter speaks of. */
  private record Names(String organisation, String inviter) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Optional<Letter>> compose(QueuedMail mail) {
    return table
        .findById(Objects.requireNonNull(mail.subjectId()))
        .chain(found ->
            found == null || found.isOver()
                ? Uni.createFrom().item(Optional.empty())
                : letter(found).map(Optional::of));
  }

  private Uni<Letter> letter(Invitation invitation) {
    return links
        .issue(Purpose.INVITATION, invitation.id, invitation.email)
        .chain(link -> names(invitation).map(names -> letter(invitation, names, link)));
  }

  private Uni<Names> names(Invitation invitation) {
    return table
        .getSession()
        .chain(session ->
            session
                .find(Organisation.class, invitation.organisationId)
                .chain(organisation ->
                    session
                        .find(User.class, invitation.invitedBy)
                        .map(inviter -> new Names(organisation.name(), name(inviter)))));
  }

  private Letter letter(Invitation invitation, Names names, String link) {
    return new Letter(
        invitation.email,
        "You are invited to " + names.organisation(),
        KIND,
        Map.of(
            "organisation", names.organisation(),
            "inviter", names.inviter(),
            "role", invitation.role,
            "days", Long.toString(Math.max(1, config.lifetime().toDays())),
            "link", link));
  }

  private static String name(@Nullable User inviter) {
    if (inviter == null) {
      return "Somebody";
    }
    String name = inviter.name();
    return name == null ? inviter.email() : name + " (" + inviter.email() + ")";
  }
}

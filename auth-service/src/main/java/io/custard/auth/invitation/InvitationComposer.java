package io.custard.auth.invitation;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mail of an invitation, and its link: drawn here, so that it is nowhere but in the mail.
 * A mail that is sent again has a new link, and the one before opens nothing any more.
 */
@ApplicationScoped
class InvitationComposer implements MailComposer {
  static final String KIND = "invitation";

  private final InvitationTable table;
  private final String publicUrl;

  InvitationComposer(
      InvitationTable table, @ConfigProperty(name = "custard.public-url") String publicUrl) {
    this.table = table;
    this.publicUrl = publicUrl;
  }

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
    String secret = InvitationSecret.draw();
    invitation.tokenSha256 = InvitationSecret.sha256(secret);
    return table
        .getSession()
        .chain(session ->
            session
                .find(Organisation.class, invitation.organisationId)
                .chain(organisation ->
                    session
                        .find(User.class, invitation.invitedBy)
                        .map(inviter ->
                            letter(invitation, organisation.name(), name(inviter), secret))));
  }

  private Letter letter(Invitation invitation, String organisation, String inviter, String secret) {
    return new Letter(
        invitation.email,
        "You are invited to " + organisation,
        KIND,
        Map.of(
            "organisation",
            organisation,
            "inviter",
            inviter,
            "role",
            invitation.role,
            "link",
            publicUrl + "/accept-invitation#token=" + secret));
  }

  private static String name(@Nullable User inviter) {
    if (inviter == null) {
      return "Somebody";
    }
    String name = inviter.name();
    return name == null ? inviter.email() : name + " (" + inviter.email() + ")";
  }
}

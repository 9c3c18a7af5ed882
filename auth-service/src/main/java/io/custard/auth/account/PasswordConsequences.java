package io.custard.auth.account;

import io.custard.auth.identity.Act;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.member.User;
import io.custard.auth.place.KnownPlaces;
import io.custard.auth.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a new password brings with it, in the same transaction. */
@ApplicationScoped
class PasswordConsequences {
  private final Sessions sessions;
  private final MailedLinks links;
  private final MailQueue mails;
  private final KnownPlaces places;
  private final AccountActs acts;

  PasswordConsequences(
      Sessions sessions, MailedLinks links, MailQueue mails, KnownPlaces places, AccountActs acts) {
    this.sessions = sessions;
    this.links = links;
    this.mails = mails;
    this.places = places;
    this.acts = acts;
  }

  /** Links sent to reset the password before are void. */
  Uni<Void> ofChange(User user, @Nullable UUID session) {
    return sessions
        .endOthers(user.userId(), session)
        .chain(() -> links.forget(Purpose.RESET_PASSWORD, user.userId().value()))
        .replaceWithVoid();
  }

  /** Where the link was followed the owner is, so there they are let in from now on. */
  Uni<Void> ofReset(User user, String address) {
    return sessions.endAll(user).chain(() -> places.remember(user.userId(), address));
  }

  /** The person is told by mail, in case it was not they. */
  Uni<Void> tellOfChange(User user, Act act) {
    return tell(user, act, null);
  }

  /** The same, also of log-ins that were unlinked. */
  Uni<Void> tellOfReset(User user, Act act, boolean unlinked) {
    return tell(user, act, unlinked ? NoticeMail.PasswordChanged.UNLINKED : null);
  }

  private Uni<Void> tell(User user, Act act, @Nullable String details) {
    return acts.tell(user, act)
        .chain(() ->
            mails.add(
                new QueuedMail(NoticeMail.PasswordChanged.KIND, user.email(), null, details)));
  }

  void committed() {
    acts.committed();
  }
}

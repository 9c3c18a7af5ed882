package io.custard.auth.signup;

import io.custard.auth.link.MailedLink;
import io.custard.auth.link.MailedLinks;
import io.custard.auth.link.Purpose;
import io.custard.auth.mail.MailQueue;
import io.custard.auth.mail.QueuedMail;
import io.custard.auth.place.KnownPlaces;
import io.custard.auth.session.Client;
import io.custard.auth.session.Sessions;
import io.custard.auth.session.SignedIn;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Follows the link of a sign-up: opens the account and logs its person in. */
@ApplicationScoped
class VerifyEmail {
  private final MailedLinks links;
  private final PendingSignUps pending;
  private final OpenAccount open;
  private final Sessions sessions;
  private final AfterOpening after;

  VerifyEmail(
      MailedLinks links,
      PendingSignUps pending,
      OpenAccount open,
      Sessions sessions,
      AfterOpening after) {
    this.links = links;
    this.pending = pending;
    this.open = open;
    this.sessions = sessions;
    this.after = after;
  }

  /** What a new account needs beside itself. */
  @ApplicationScoped
  static class AfterOpening {
    /** The kind of mail that lets somebody choose a password. */
    private static final String CHOOSE_PASSWORD = "forgot-password";

    private final KnownPlaces places;
    private final MailQueue mails;

    AfterOpening(KnownPlaces places, MailQueue mails) {
      this.places = places;
      this.mails = mails;
    }

    Uni<Void> attend(OpenAccount.Opened opened, Client client) {
      String email = opened.owner().user().email();
      Uni<Void> remembered = places.remember(opened.owner().userId(), client.address());
      return opened.withPassword()
          ? remembered
          : remembered.chain(() -> mails.add(new QueuedMail(CHOOSE_PASSWORD, email, null, null)));
    }
  }

  @WithTransaction
  Uni<SignedIn> verify(String token, Client client) {
    return links
        .redeem(Purpose.VERIFY_EMAIL, token)
        .map(MailedLink::subjectId)
        .chain(pending::findById)
        .onItem()
        .ifNull()
        .failWith(MailedLinks::invalid)
        .chain(one -> open.open(one, client.address()))
        .call(opened -> after.attend(opened, client))
        .chain(opened -> sessions.begin(opened.owner(), client));
  }
}

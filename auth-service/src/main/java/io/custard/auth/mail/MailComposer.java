package io.custard.auth.mail;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Makes letters of one kind of queued mails. A bean; found by its kind. */
public interface MailComposer {

  /** The kind, as {@link QueuedMail#kind} says it. */
  String kind();

  /**
   * Runs in a transaction of its own, shortly before the letter is sent, and again at each attempt:
   * here accounts are looked up and links made.
   *
   * @return empty when there is nothing to send any more
   */
  Uni<Optional<Letter>> compose(QueuedMail mail);
}

package io.custard.auth.mail;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent. Neither field may hold a secret: a link is made when the mail is
 * composed.
 *
 * @param kind whose composer makes a letter of it
 * @param subjectId what it is about; the composer knows what that is
 * @param details one more word for the composer, at most 500 characters
 */
public record QueuedMail(
    String kind, String recipient, @Nullable UUID subjectId, @Nullable String details) {
  public QueuedMail {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(recipient);
  }

  @Override
  public String toString() {
    return "QueuedMail[" + kind + "]";
  }
}

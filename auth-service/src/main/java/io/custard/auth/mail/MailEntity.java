package io.custard.auth.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code mails} while it is written, inside the transaction of what it tells about. */
@Entity
@Table(name = "mails")
class MailEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String kind;
  String recipient;

  @Nullable
  @Column(name = "subject_id")
  UUID subjectId;

  @Nullable String details;
  int attempts;

  @Column(name = "retry_at")
  Instant retryAt;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected MailEntity() {}

  MailEntity(QueuedMail mail, Instant now) {
    this.kind = mail.kind();
    this.recipient = mail.recipient();
    this.subjectId = mail.subjectId();
    this.details = mail.details();
    this.retryAt = now;
    this.createdAt = now;
  }
}

package io.custard.auth.link;

import io.custard.auth.token.OpaqueTokens;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code mailed_links}. */
@Entity
@Table(name = "mailed_links")
public class MailedLink {
  @Id String sha256;
  String purpose;

  @Column(name = "subject_id")
  UUID subjectId;

  String email;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected MailedLink() {}

  MailedLink(String token, Purpose purpose, UUID subject, String email) {
    this.sha256 = OpaqueTokens.sha256(token);
    this.purpose = purpose.page();
    this.subjectId = subject;
    this.email = email;
    this.expiresAt = Instant.now().plus(purpose.life());
  }

  public UUID subjectId() {
    return subjectId;
  }

  /** The address that whoever has the token reads. */
  public String email() {
    return email;
  }

  boolean isGood(Purpose asked) {
    return purpose.equals(asked.page()) && Instant.now().isBefore(expiresAt);
  }
}

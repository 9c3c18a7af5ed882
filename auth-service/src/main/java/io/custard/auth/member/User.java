package io.custard.auth.member;

import io.custard.protocol.UserId;
import io.custard.protocol.event.PersonV1;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code users}. Whoever changes one says so by {@code IdentityChanges}. */
@Entity
@DynamicUpdate
@Table(name = "users")
public class User {
  @Id UUID id;
  String email;
  @Nullable String name;

  @Column(name = "password_hash")
  String passwordHash;

  @Column(name = "created_at")
  Instant createdAt;

  /** False: the platform's administrator shut the account. */
  boolean active = true;

  /** Epoch seconds; access tokens issued before are refused. */
  @Nullable
  @Column(name = "tokens_not_before")
  Long tokensNotBefore;

  /** When the e-mail was proved to be theirs. */
  @Nullable
  @Column(name = "verified_at")
  Instant verifiedAt;

  /** For Hibernate. */
  protected User() {}

  User(UUID id, NewMember member, Instant now) {
    this.id = id;
    this.email = member.email();
    this.name = member.name();
    this.passwordHash = member.passwordHash();
    this.createdAt = now;
  }

  /** A new person whose address is proved. */
  public static User verified(String email, @Nullable String name, String passwordHash) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    User user = new User(UUID.randomUUID(), new NewMember(email, name, passwordHash, ""), now);
    user.verifiedAt = now;
    return user;
  }

  /** The primary key. */
  public UUID id() {
    return id;
  }

  public UserId userId() {
    return UserId.of(id);
  }

  public String email() {
    return email;
  }

  public @Nullable String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isActive() {
    return active;
  }

  public boolean isVerified() {
    return verifiedAt != null;
  }

  /** Access tokens issued until now end. */
  public void setActive(boolean nowActive) {
    active = nowActive;
    tokensNotBefore = Instant.now().getEpochSecond() + 1;
  }

  /** What other services must know of this person. */
  public PersonV1 event(long version) {
    return new PersonV1(userId(), version, email, name, active, tokensNotBefore, false);
  }

  /** The person's last event. */
  public PersonV1 farewell(long version) {
    return new PersonV1(userId(), version, "", null, false, null, true);
  }
}

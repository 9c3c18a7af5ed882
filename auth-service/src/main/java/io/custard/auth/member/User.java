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

  /** A BCP 47 tag; null: the browser's. */
  @Nullable String locale;

  /** A name of the time zone database; null: the browser's. */
  @Nullable
  @Column(name = "time_zone")
  String timeZone;

  /** Null: none is set, nobody gets in by a password. */
  @Nullable
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

  /** A person whose e-mail was proved to be theirs just now. */
  public static User verified(String email, @Nullable String name, @Nullable String passwordHash) {
    User user = new User();
    user.id = UUID.randomUUID();
    user.email = email;
    user.name = name;
    user.passwordHash = passwordHash;
    user.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    user.verifiedAt = user.createdAt;
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

  public @Nullable String locale() {
    return locale;
  }

  public @Nullable String timeZone() {
    return timeZone;
  }

  public @Nullable String passwordHash() {
    return passwordHash;
  }

  /** Epoch seconds; access tokens issued before are refused, so later ones may not say less. */
  public long tokensNotBefore() {
    return tokensNotBefore == null ? 0 : tokensNotBefore;
  }

  public void describe(
      @Nullable String newName, @Nullable String newLocale, @Nullable String zone) {
    name = newName;
    locale = newLocale;
    timeZone = zone;
  }

  /** Ends no session and no token. */
  public void setPasswordHash(String hash) {
    passwordHash = hash;
  }

  /** The new address was proved; access tokens issued until now end, for they name the old one. */
  public void setEmail(String proved) {
    email = proved;
    verifiedAt = Instant.now();
    endTokens();
  }

  /** Access tokens issued until now end. */
  public void endTokens() {
    tokensNotBefore = Instant.now().getEpochSecond() + 1;
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
    endTokens();
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

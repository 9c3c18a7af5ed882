package io.custard.auth.member;

import io.custard.access.Role;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.MembershipV1;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code memberships}: one person in one organisation. */
@Entity
@Table(name = "memberships")
public class Membership {
  @Id UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  User user;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "organisation_id")
  Organisation organisation;

  /** The same column as {@link #user}, readable while that is not loaded. */
  @Column(name = "user_id", insertable = false, updatable = false)
  UUID userId;

  @Column(name = "organisation_id", insertable = false, updatable = false)
  UUID organisationId;

  String role;
  boolean active = true;

  /** Epoch seconds; access tokens for this organisation issued before are refused. */
  @Nullable
  @Column(name = "tokens_not_before")
  Long tokensNotBefore;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected Membership() {}

  /**
   * Tokens from an earlier membership of the same person stay refused, in the second of their end
   * at the latest.
   */
  public Membership(User user, Organisation organisation, Role role) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    this.id = UUID.randomUUID();
    this.user = user;
    this.userId = user.id;
    this.organisation = organisation;
    this.organisationId = organisation.id;
    this.role = role.wireName();
    this.createdAt = now;
    this.tokensNotBefore = now.getEpochSecond();
  }

  /** The primary key. */
  public UUID id() {
    return id;
  }

  public UserId userId() {
    return UserId.of(userId);
  }

  public OrganisationId organisationId() {
    return OrganisationId.of(organisationId);
  }

  /** Loaded only where the query says so. */
  public User user() {
    return user;
  }

  /** Loaded only where the query says so. */
  public Organisation organisation() {
    return organisation;
  }

  /** The wire form; a role nobody knows may do nothing at all, so it is the least. */
  public Role role() {
    return Role.of(role).orElse(Role.VIEWER);
  }

  /** Epoch seconds; access tokens issued before are refused, so later ones may not say less. */
  public long tokensNotBefore() {
    return tokensNotBefore == null ? 0 : tokensNotBefore;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isActive() {
    return active;
  }

  /** Access tokens issued until now end; one that is issued later in this second as well. */
  public void change(Role newRole, boolean nowActive) {
    role = newRole.wireName();
    active = nowActive;
    tokensNotBefore = Instant.now().getEpochSecond() + 1;
  }

  /** What other services must know of this membership. */
  public MembershipV1 event(long version, boolean deleted) {
    return new MembershipV1(
        userId(),
        organisationId(),
        version,
        role,
        active && !deleted,
        deleted ? null : tokensNotBefore,
        deleted);
  }
}

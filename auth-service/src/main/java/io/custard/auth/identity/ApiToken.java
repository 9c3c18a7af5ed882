package io.custard.auth.identity;

import io.custard.access.PersonalToken;
import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.ApiTokenV1;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_tokens}: what is kept of a personal API token, never its secret. */
@Entity
@Table(name = "api_tokens")
public class ApiToken {
  @Id String id;

  @Column(name = "user_id")
  UUID userId;

  @Column(name = "organisation_id")
  UUID organisationId;

  String name;
  String[] scopes;

  @Column(name = "secret_sha256")
  String secretSha256;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Nullable
  @Column(name = "revoked_at")
  Instant revokedAt;

  /** For Hibernate. */
  protected ApiToken() {}

  /** What its person says of a new token. */
  public record Draft(String name, List<String> scopes, Instant expiresAt) {
    public Draft {
      scopes = List.copyOf(scopes);
    }
  }

  /** The secret part of the drawn token is not kept. */
  public ApiToken(PersonalToken drawn, Membership owner, Draft draft) {
    this.id = drawn.id();
    this.userId = owner.userId().value();
    this.organisationId = owner.organisationId().value();
    this.name = draft.name();
    this.scopes = draft.scopes().toArray(String[]::new);
    this.secretSha256 = drawn.sha256();
    this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    this.expiresAt = draft.expiresAt();
  }

  /** The token's public part. */
  public String tokenId() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<String> scopes() {
    return List.of(scopes);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  /** Says nothing to anybody: that is {@link IdentityChanges}. */
  public void revoke() {
    if (revokedAt == null) {
      revokedAt = Instant.now();
    }
  }

  UserId owner() {
    return UserId.of(userId);
  }

  /** What other services must know of this token. */
  ApiTokenV1 event(long version, Role role) {
    return new ApiTokenV1(
        tokenId(),
        owner(),
        OrganisationId.of(organisationId),
        version,
        secretSha256,
        scopes(),
        role.wireName(),
        expiresAt.getEpochSecond(),
        isRevoked());
  }
}

package io.custard.access;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, by a token that was verified and is not revoked.
 *
 * @param email of the person; the user id where the token does not tell
 * @param platformAdmin also looks after the whole installation; never with an API token
 * @param credential what they showed
 * @param until when the token ends
 * @param address where they called from, as far as it is known
 */
public record Caller(
    UserId userId,
    OrganisationId organisationId,
    Role role,
    String email,
    boolean platformAdmin,
    Credential credential,
    Instant until,
    @Nullable String address) {
  public Caller {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(role);
    Objects.requireNonNull(email);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(until);
  }

  /** What a caller showed to prove who they are. */
  public sealed interface Credential {}

  /**
   * An access token of a log-in.
   *
   * @param issuedAt to the second, as the token says
   */
  public record Session(UUID sessionId, Instant issuedAt) implements Credential {
    public Session {
      Objects.requireNonNull(sessionId);
      Objects.requireNonNull(issuedAt);
    }
  }

  /** A personal API token. */
  public record ApiToken(String tokenId, Set<Scope> scopes) implements Credential {
    public ApiToken {
      Objects.requireNonNull(tokenId);
      scopes = Set.copyOf(scopes);
    }
  }

  /** The log-in's session; null with an API token. */
  public @Nullable UUID sessionId() {
    return credential instanceof Session session ? session.sessionId() : null;
  }

  /** The API token's public part; null with a log-in. */
  public @Nullable String tokenId() {
    return credential instanceof ApiToken token ? token.tokenId() : null;
  }

  /** As the audit log names them. */
  public String actor() {
    return "user:" + userId;
  }

  public boolean may(Permission permission) {
    return refusal(permission) == null;
  }

  /** Fails with the code that says what is missing. */
  public void require(Permission permission) {
    ErrorCode refusal = refusal(permission);
    if (refusal != null) {
      throw new CustardException(refusal, sentence(refusal, permission));
    }
  }

  private @Nullable ErrorCode refusal(Permission permission) {
    if (credential instanceof ApiToken token) {
      Scope scope = permission.scope();
      if (scope == null) {
        return ErrorCode.AUTH_SESSION_NEEDED;
      }
      if (!token.scopes().contains(scope)) {
        return ErrorCode.AUTH_SCOPE_MISSING;
      }
    }
    boolean enough =
        permission.forPlatform() ? platformAdmin : role.isAtLeast(permission.leastRole());
    return enough ? null : ErrorCode.AUTH_FORBIDDEN;
  }

  private static String sentence(ErrorCode refusal, Permission permission) {
    Scope scope = permission.scope();
    if (refusal == ErrorCode.AUTH_SCOPE_MISSING && scope != null) {
      return "Make an API token with the scope " + scope.wireName() + ".";
    }
    return refusal == ErrorCode.AUTH_SESSION_NEEDED
        ? "Log in with e-mail and password to do this."
        : "Ask an administrator of your organisation.";
  }
}

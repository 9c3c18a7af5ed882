package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection as other services must know it; the newest version of a connection id wins.
 *
 * @param version grows with every change of the connection
 * @param deleted when true nobody may use it any more; its keys count as revoked
 * @param allowedFunctions functions of the database's owner that statements may call; the agent's
 *     own policy decides as well
 * @param requireCleanRole true: statements run only where the database role may do nothing but read
 * @param openTo {@link #MEMBERS} or {@link #GRANTED}; absent: members
 * @param grants of single people, at most {@link #MOST_GRANTS}; absent: none
 * @param exposure what a model may see of it, as {@link io.custard.protocol.Exposure} writes it;
 *     absent or unknown: {@code schema_only}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionRegisteredV1(
    ConnectionId connectionId,
    OrganisationId organisationId,
    String name,
    String dialect,
    List<KeyHash> keys,
    long version,
    boolean deleted,
    @Nullable Boolean requireCleanRole,
    @Nullable List<String> allowedFunctions,
    @Nullable String openTo,
    @Nullable List<Grant> grants,
    @Nullable String exposure) {
  /** {@link #openTo()}: every member by their role, but for those with a grant of their own. */
  public static final String MEMBERS = "members";

  /** {@link #openTo()}: only whom a grant names, and the organisation's administrators. */
  public static final String GRANTED = "granted";

  /** More grants a connection cannot have. */
  public static final int MOST_GRANTS = 500;

  public ConnectionRegisteredV1 {
    Objects.requireNonNull(connectionId);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(dialect);
    keys = List.copyOf(keys);
    allowedFunctions = allowedFunctions == null ? null : List.copyOf(allowedFunctions);
    grants = grants == null ? null : List.copyOf(grants);
  }

  /**
   * What one person may do with the connection, in place of what their role would give them.
   *
   * @param level {@code none}, {@code ask}, {@code sql} or {@code manage}
   */
  public record Grant(UserId userId, String level) {
    public Grant {
      Objects.requireNonNull(userId);
      Objects.requireNonNull(level);
    }
  }

  /**
   * What is needed to check an agent's key.
   *
   * @param keyId the public part of the key
   * @param sha256 hash of the secret part, in lower-case hexadecimal
   */
  public record KeyHash(String keyId, String sha256, boolean revoked) {
    public KeyHash {
      Objects.requireNonNull(keyId);
      Objects.requireNonNull(sha256);
    }

    @Override
    public String toString() {
      return "KeyHash[" + keyId + "]";
    }
  }
}

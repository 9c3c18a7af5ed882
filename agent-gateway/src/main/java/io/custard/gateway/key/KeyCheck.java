package io.custard.gateway.key;

import io.custard.gateway.key.KnownKeys.KnownKey;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether the bearer of a key may link as the agent of a connection. */
@ApplicationScoped
public class KeyCheck {
  private static final String SCHEME = "Bearer ";

  private final KnownKeys keys;

  KeyCheck(KnownKeys keys) {
    this.keys = keys;
  }

  /**
   * Completes with the key's id, or fails with {@code AGENT_KEY_UNKNOWN}, {@code AGENT_KEY_REVOKED}
   * or {@code AGENT_KEY_FOREIGN}. Whoever does not hold the secret learns nothing but the first.
   */
  Uni<String> check(Attempt attempt) {
    if (attempt.key().isEmpty()) {
      return Uni.createFrom().failure(unknown());
    }
    AgentKey key = attempt.key().get();
    return keys.find(key.keyId()).map(known -> verdict(key, known, attempt.connectionId()));
  }

  /** The key in an {@code Authorization} header. */
  public static Optional<AgentKey> presented(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .flatMap(header -> AgentKey.parse(header.substring(SCHEME.length()).strip()));
  }

  private static String verdict(AgentKey key, Optional<KnownKey> known, ConnectionId connectionId) {
    KnownKey stored =
        known.filter(candidate -> key.matches(candidate.sha256())).orElseThrow(KeyCheck::unknown);
    if (stored.revoked()) {
      throw new CustardException(
          ErrorCode.AGENT_KEY_REVOKED,
          "This key was revoked. Create a new one for the connection and give it to the agent.");
    }
    if (!stored.connectionId().equals(connectionId)) {
      throw new CustardException(
          ErrorCode.AGENT_KEY_FOREIGN,
          "This key belongs to another connection. Use the address that was shown with the key.");
    }
    return key.keyId();
  }

  private static CustardException unknown() {
    return new CustardException(
        ErrorCode.AGENT_KEY_UNKNOWN,
        "No connection has this key. Check CUSTARD_KEY; a key made just now is known in seconds.");
  }
}

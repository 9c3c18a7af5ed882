package io.custard.protocol.event;

import java.util.Objects;
import java.util.UUID;

/**
 * Access tokens of this session are refused from now on.
 *
 * @param sessionId the claim {@code sid} of its tokens
 * @param expiresAt epoch seconds: after it no token of the session can be valid, and this may be
 *     forgotten
 */
public record SessionRevokedV1(UUID sessionId, long version, long expiresAt)
    implements IdentityEvent {
  public SessionRevokedV1 {
    Objects.requireNonNull(sessionId);
  }

  @Override
  public String key() {
    return "session:" + sessionId;
  }
}

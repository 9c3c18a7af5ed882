package io.custard.protocol.event;

import io.custard.protocol.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person, whatever organisations they are in.
 *
 * @param email in its stored form; empty once deleted
 * @param active false: the platform's administrator shut the account
 * @param tokensNotBefore epoch seconds: access tokens issued before are refused; absent: none are
 */
public record PersonV1(
    UserId userId,
    long version,
    String email,
    @Nullable String name,
    boolean active,
    @Nullable Long tokensNotBefore,
    boolean deleted)
    implements IdentityEvent {
  public PersonV1 {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(email);
  }

  @Override
  public String key() {
    return "user:" + userId;
  }

  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "PersonV1[" + userId + "]";
  }
}

package io.custard.auth.token;

import java.time.Duration;
import java.util.Objects;

/** A signed token; a secret, so its text form does not show it. */
public record AccessToken(String value, Duration lifetime) {
  public AccessToken {
    Objects.requireNonNull(value);
    Objects.requireNonNull(lifetime);
  }

  @Override
  public String toString() {
    return "AccessToken[…]";
  }
}

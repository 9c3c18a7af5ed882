package io.custard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is in an organisation; each may do what those before may. */
public enum Role {
  VIEWER,
  ANALYST,
  ADMIN,
  OWNER;

  /** Reads the wire form; a role this build does not know is none. */
  public static Optional<Role> of(String name) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(name)).findFirst();
  }

  /** As tokens, events and the API write it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Role least) {
    return compareTo(least) >= 0;
  }

  /** The lesser of both. */
  public Role atMost(Role other) {
    return isAtLeast(other) ? other : this;
  }
}

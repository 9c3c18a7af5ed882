package io.custard.auth.member;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person to be stored together with a new organisation they own.
 *
 * @param email trimmed and in lower case
 */
public record NewMember(
    String email, @Nullable String name, String passwordHash, String organisation) {
  public NewMember {
    Objects.requireNonNull(email);
    Objects.requireNonNull(passwordHash);
    Objects.requireNonNull(organisation);
  }

  @Override
  public String toString() {
    return "NewMember[…]";
  }
}

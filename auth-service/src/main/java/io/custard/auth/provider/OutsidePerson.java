package io.custard.auth.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a provider. Only the issuer and the subject together say who it is; an e-mail
 * can change hands.
 *
 * @param email normalised; null: it says none, or none that could be one
 * @param emailProved the provider says it proved the e-mail, and is trusted for it
 * @param name null: it says none
 */
public record OutsidePerson(
    String issuer,
    String subject,
    @Nullable String email,
    boolean emailProved,
    @Nullable String name) {
  public OutsidePerson {
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(subject);
  }

  @Override
  public String toString() {
    return "OutsidePerson[" + issuer + "]";
  }
}

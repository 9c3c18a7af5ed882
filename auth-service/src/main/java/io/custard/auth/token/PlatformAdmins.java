package io.custard.auth.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who looks after the whole installation: people whose e-mail is in {@code
 * custard.auth.platform-admins}, separated by commas. Every stored e-mail was proved to be its
 * person's, so nobody gets in by writing one of these. Whoever is taken off the list loses it with
 * their next access token.
 */
@ApplicationScoped
class PlatformAdmins {
  /** The group that access tokens name them by, beside the role. */
  static final String GROUP = "platform-admin";

  private final Set<String> emails;

  PlatformAdmins(
      @ConfigProperty(name = "custard.auth.platform-admins") Optional<List<String>> emails) {
    this.emails =
        emails.orElse(List.of()).stream()
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .filter(email -> !email.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What the token of this person names beside the role. */
  Set<String> groups(String email, String role) {
    return emails.contains(email) ? Set.of(role, GROUP) : Set.of(role);
  }
}

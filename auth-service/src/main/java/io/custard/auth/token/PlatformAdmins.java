package io.custard.auth.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who looks after the whole installation, by e-mail; every e-mail of a user was proved. */
@ApplicationScoped
class PlatformAdmins {
  static final String GROUP = "platform-admin";

  private final Set<String> emails;

  PlatformAdmins(
      @ConfigProperty(name = "custard.auth.platform-admins") Optional<List<String>> emails) {
    this.emails =
        emails.orElse(List.of()).stream()
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean include(String email) {
    return emails.contains(email);
  }
}

package io.custard.auth.invitation;

import io.custard.access.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants in the organisation, and as what.
 *
 * @param email taken in lower case and without surrounding blanks
 */
record NewInvitation(
    @NotEmpty(message = "an e-mail is needed")
        @Size(max = 254)
        @Email(message = "this is no e-mail")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Z}]*", message = "this is no e-mail")
        String email,
    @NotNull(message = "a role is needed")
        @Pattern(regexp = "viewer|analyst|admin|owner", message = "there is no such role")
        String role) {

  NewInvitation(@Nullable String email, String role) {
    this.email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    this.role = role;
  }

  Role as() {
    return Role.of(role).orElseThrow();
  }
}

package io.custard.auth.invitation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody without an account who accepts an invitation.
 *
 * @param token of the mail's link
 * @param name taken without surrounding blanks
 * @param browser true: the answer sets cookies and holds no token
 */
record Acceptance(
    @NotEmpty(message = "the token of the link is needed") @Size(max = 200) String token,
    @NotNull(message = "a password is needed") @Size(max = 1024) String password,
    @Nullable @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*") String name,
    @Nullable Boolean browser) {
  Acceptance {
    name = name == null || name.isBlank() ? null : name.strip();
  }

  boolean inBrowser() {
    return Boolean.TRUE.equals(browser);
  }

  @Override
  public String toString() {
    return "Acceptance[…]";
  }
}

package io.custard.auth.signup;

import io.custard.auth.member.Emails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person who wants an account. The length of the password is bounded here only to bound the work.
 *
 * @param email taken in lower case and without surrounding blanks
 * @param organisation absent: one is named after the e-mail
 */
record SignUp(
    @NotEmpty(message = "an e-mail is needed") @Size(max = 254) @Email String email,
    @NotNull(message = "a password is needed") @Size(max = 1024) String password,
    @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE) String name,
    @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE) String organisation) {

  private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

  SignUp {
    email = Emails.normalised(email);
    name = blankToNull(name);
    organisation = blankToNull(organisation);
  }

  String organisationOrDefault() {
    return organisation != null
        ? organisation
        : email.substring(0, email.indexOf('@')) + "'s organisation";
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  @Override
  public String toString() {
    return "SignUp[…]";
  }
}

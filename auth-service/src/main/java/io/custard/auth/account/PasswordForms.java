package io.custard.auth.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.auth.member.Emails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The bodies that hold a password. Lengths are bounded here only to bound the work. */
final class PasswordForms {
  private PasswordForms() {}

  /** Somebody followed a link to choose a new password. */
  record Reset(
      @NotEmpty(message = "the token of the link is needed") @Size(max = 200) String token,
      @NotNull(message = "a password is needed") @Size(max = 1024) String password) {
    @Override
    public String toString() {
      return "Reset[…]";
    }
  }

  /** Somebody who is logged in wants another password. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Change(
      @NotNull(message = "the present password is needed") @Size(max = 1024) String currentPassword,
      @NotNull(message = "a password is needed") @Size(max = 1024) String password) {
    @Override
    public String toString() {
      return "Change[…]";
    }
  }

  /** Somebody who is logged in wants another e-mail. */
  record NewEmail(
      @NotEmpty(message = "an e-mail is needed") @Size(max = 254) @Email String email,
      @NotNull(message = "a password is needed") @Size(max = 1024) String password) {
    NewEmail {
      email = Emails.normalised(email);
    }

    @Override
    public String toString() {
      return "NewEmail[…]";
    }
  }

  /** Somebody confirms what cannot be undone. */
  record Confirmation(
      @NotNull(message = "a password is needed") @Size(max = 1024) String password) {
    @Override
    public String toString() {
      return "Confirmation[…]";
    }
  }

  /** What a new password must be, as far as a form can check it; commonness is judged here. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Rules(int minLength, int maxLength) {}
}

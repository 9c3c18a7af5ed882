package io.custard.auth.account;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person who says who they are. Lengths are bounded only to bound the work. */
record LogIn(
    @NotEmpty(message = "an e-mail is needed") @Size(max = 254) String email,
    @NotNull(message = "a password is needed") @Size(max = 1024) String password) {

  LogIn {
    email = Emails.normalised(email);
  }

  @Override
  public String toString() {
    return "LogIn[…]";
  }
}

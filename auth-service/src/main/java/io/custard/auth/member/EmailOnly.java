package io.custard.auth.member;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** Somebody who says their e-mail and nothing else. */
public record EmailOnly(
    @NotEmpty(message = "an e-mail is needed") @Size(max = 254) @Email String email) {
  public EmailOnly {
    email = Emails.normalised(email);
  }

  @Override
  public String toString() {
    return "EmailOnly[…]";
  }
}

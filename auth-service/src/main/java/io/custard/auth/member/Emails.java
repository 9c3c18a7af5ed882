package io.custard.auth.member;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one form in which e-mails are stored and looked up. */
public final class Emails {
  private Emails() {}

  /** Trimmed and in lower case; absent becomes empty, which no account has. */
  public static String normalised(@Nullable String email) {
    return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
  }
}

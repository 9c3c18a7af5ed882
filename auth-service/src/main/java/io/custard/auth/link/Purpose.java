package io.custard.auth.link;

import java.time.Duration;

/** What a link is for; the page it leads to has the same name. */
public enum Purpose {
  /** Of a sign-up. */
  VERIFY_EMAIL("verify-email", Duration.ofHours(24)),
  /** Of a user. */
  RESET_PASSWORD("reset-password", Duration.ofHours(1)),
  /** Of a user, to the address that is to be theirs. */
  CONFIRM_EMAIL("confirm-email", Duration.ofHours(24)),
  /** Of an invitation, which may be over sooner. */
  INVITATION("accept-invitation", Duration.ofDays(7));

  private final String page;
  private final Duration life;

  Purpose(String page, Duration life) {
    this.page = page;
    this.life = life;
  }

  String page() {
    return page;
  }

  public Duration life() {
    return life;
  }
}

package io.custard.auth.ratelimit;

import java.time.Duration;
import java.util.Locale;

/**
 * What is limited. An address gets the more generous limit, for many people may share one; the
 * limit of the subject (an account's e-mail, or the hash of a token) holds whoever asks.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record of an int and a Duration
public enum Action {
  /** Wrong passwords; a right one gives back what it took. */
  LOG_IN(new Rate(30, Duration.ofSeconds(10)), new Rate(10, Duration.ofSeconds(60))),
  /** Each may send one mail to the subject. */
  SIGN_UP(new Rate(20, Duration.ofSeconds(30)), new Rate(4, Duration.ofMinutes(10))),
  /** Each may send one mail to the subject. */
  FORGOT(new Rate(20, Duration.ofSeconds(30)), new Rate(4, Duration.ofMinutes(10))),
  /** Each may send one mail to the subject. */
  RESEND(new Rate(20, Duration.ofSeconds(30)), new Rate(4, Duration.ofMinutes(10))),
  /** The subject is the refresh token. */
  REFRESH(new Rate(300, Duration.ofMillis(200)), new Rate(20, Duration.ofSeconds(10))),
  /** Following mailed links; the subject is the link's token. */
  VERIFY(new Rate(60, Duration.ofSeconds(5)), new Rate(10, Duration.ofSeconds(30))),
  /** Passwords asked for again of somebody who is logged in. */
  PASSWORD(new Rate(30, Duration.ofSeconds(10)), new Rate(10, Duration.ofSeconds(60))),
  /** Going to an outside provider, and coming back; the subject is one such way. */
  OIDC(new Rate(60, Duration.ofSeconds(2)), new Rate(10, Duration.ofSeconds(30)));

  private final Rate address;
  private final Rate subject;

  Action(Rate address, Rate subject) {
    this.address = address;
    this.subject = subject;
  }

  /**
   * How often.
   *
   * @param burst so many at once
   * @param every after which time one more
   */
  record Rate(int burst, Duration every) {
    double seconds() {
      return every.toNanos() / 1e9;
    }
  }

  Rate address() {
    return address;
  }

  Rate subject() {
    return subject;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.custard.testkit.oidc;

/** What the provider does wrong in one log-in, when the browser asks it to. */
public enum Fault {
  NONE,
  /** Not wrong: it signs with a new key from now on. */
  KEY_ROTATED,
  /** Not wrong: the e-mail is only in the user-info. */
  EMAIL_IN_USER_INFO,
  USER_INFO_OF_ANOTHER,
  WRONG_NONCE,
  NO_NONCE,
  OTHER_AUDIENCE,
  /** For us and for another client, without {@code azp}. */
  SECOND_AUDIENCE,
  /** For us, yet given to another client. */
  OTHER_PARTY,
  ALG_NONE,
  /** Signed with the client's secret, which is no key of the provider's. */
  ALG_HS256,
  OTHER_ISSUER,
  OTHER_KEY,
  EXPIRED,
  LONG_AGO,
  NO_SUBJECT,
  NO_ID_TOKEN,
  NOT_JSON,
  TOO_LARGE,
  SLOW,
  /** An answer that begins at once and does not end. */
  TRICKLING,
  SERVER_ERROR,
  /** The browser comes back with the issuer of another provider (RFC 9207). */
  MIXED_UP,
  /** The person said no. */
  DENIED
}

package io.custard.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Generated passwords: letters and digits only, so that they need no escaping anywhere; and keys.
 */
public final class Secrets {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A password of about 140 bits. */
  public static String password() {
    return password(24);
  }

  /** A key for AES-256, in base64. */
  public static String key() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** A password of so many characters. */
  public static String password(int length) {
    StringBuilder password = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}

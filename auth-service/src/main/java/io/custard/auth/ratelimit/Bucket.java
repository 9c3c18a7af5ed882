package io.custard.auth.ratelimit;

import io.custard.auth.ratelimit.Action.Rate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One source of tries. Only one number is kept of it: the moment at which it is as good as new
 * (generic cell rate algorithm), and only until then.
 *
 * @param key bounded: what could be long or personal is in it as a hash
 */
record Bucket(String key, int burst, double secondsEach) {

  static Bucket ofAddress(Action action, String address, double scale) {
    Rate rate = action.address();
    return new Bucket(
        name(action, "address", address),
        (int) Math.ceil(rate.burst() * scale),
        rate.seconds() / scale);
  }

  static Bucket ofSubject(Action action, String subject) {
    Rate rate = action.subject();
    return new Bucket(name(action, "subject", subject), rate.burst(), rate.seconds());
  }

  private static String name(Action action, String kind, String source) {
    return "limit:" + action.key() + ":" + kind + ":" + sha256(source).substring(0, 32);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

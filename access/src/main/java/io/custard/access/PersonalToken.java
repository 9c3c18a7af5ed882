package io.custard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A personal API token as its owner holds it: {@code custard_pat_<22 characters of id>_<43
 * characters of secret>}, both base64url. Stored and published are only the id and the hash of the
 * secret.
 */
public final class PersonalToken {
  /** How every such token begins. */
  public static final String PREFIX = "custard_pat_";

  private static final Pattern FORM =
      Pattern.compile("custard_pat_([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{43})");
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final String secret;

  private PersonalToken(String id, String secret) {
    this.id = id;
    this.secret = secret;
  }

  public static PersonalToken draw() {
    return new PersonalToken(random(ID_BYTES), random(SECRET_BYTES));
  }

  /** Empty when the text has not the form of one. */
  public static Optional<PersonalToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new PersonalToken(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** The public part. */
  public String id() {
    return id;
  }

  /** Hash of the secret part, in lower-case hexadecimal. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Compares in a time that does not depend on where they differ. */
  public boolean matches(String otherSha256) {
    return MessageDigest.isEqual(
        sha256().getBytes(StandardCharsets.US_ASCII),
        otherSha256.getBytes(StandardCharsets.US_ASCII));
  }

  /** The whole token: shown once, to the person who made it. */
  public String reveal() {
    return PREFIX + id + "_" + secret;
  }

  @Override
  public String toString() {
    return "PersonalToken[" + id + "]";
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

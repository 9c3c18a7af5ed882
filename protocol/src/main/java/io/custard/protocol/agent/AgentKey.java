package io.custard.protocol.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret an agent shows at the upgrade: {@code custard_<keyId>_<secret>}. The key id is 16
 * hexadecimal digits and finds the key; the secret is 256 random bits in base64url. Only the
 * SHA-256 of the whole text is ever stored: the secret is random, so a slow hash would add nothing.
 */
public final class AgentKey {
  private static final Pattern FORM = Pattern.compile("custard_([0-9a-f]{16})_[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String keyId;
  private final String text;

  private AgentKey(String keyId, String text) {
    this.keyId = keyId;
    this.text = text;
  }

  /** Draws a new key. */
  public static AgentKey draw() {
    byte[] bytes = new byte[8 + 32];
    RANDOM.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes, 0, 8);
    byte[] secret = java.util.Arrays.copyOfRange(bytes, 8, bytes.length);
    String text =
        "custard_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new AgentKey(id, text);
  }

  /** Reads a key; empty when the text does not have its form. */
  public static Optional<AgentKey> parse(String text) {
    var matcher = FORM.matcher(Objects.requireNonNull(text));
    return matcher.matches() ? Optional.of(new AgentKey(matcher.group(1), text)) : Optional.empty();
  }

  public String keyId() {
    return keyId;
  }

  /** The whole key; shown once, to the person who made it. */
  public String reveal() {
    return text;
  }

  /** What is stored, in lower-case hexadecimal. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Compares in constant time. */
  public boolean matches(String storedSha256) {
    return MessageDigest.isEqual(
        sha256().getBytes(StandardCharsets.US_ASCII),
        storedSha256.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "AgentKey[" + keyId + "]";
  }
}

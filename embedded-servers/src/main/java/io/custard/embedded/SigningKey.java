package io.custard.embedded;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An EC P-256 key pair as JSON Web Key: what signs access tokens and what checks them. */
public record SigningKey(KeyPair pair) {
  private static final int COORDINATE_BYTES = 32;

  /** A new random key. */
  public static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new SigningKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no P-256", e);
    }
  }

  /** The thumbprint of RFC 7638. */
  public String keyId() {
    String canonical =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x(), y());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return base64(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  /** The JSON Web Key with its private part: a secret. */
  public String privateJwk() {
    BigInteger d = ((ECPrivateKey) pair.getPrivate()).getS();
    return "{%s,\"d\":\"%s\"}".formatted(publicMembers(), coordinate(d));
  }

  /** The key set that readers of tokens need. */
  public String publicKeySet() {
    return "{\"keys\":[{" + publicMembers() + "}]}";
  }

  private String publicMembers() {
    return "\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\""
        .formatted(keyId(), x(), y());
  }

  private String x() {
    return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineX());
  }

  private String y() {
    return coordinate(((ECPublicKey) pair.getPublic()).getW().getAffineY());
  }

  /** Fixed width, big-endian, without the sign byte that BigInteger may add. */
  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    Arrays.fill(bytes, (byte) 0);
    return base64(fixed);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "SigningKey[" + keyId() + "]";
  }
}

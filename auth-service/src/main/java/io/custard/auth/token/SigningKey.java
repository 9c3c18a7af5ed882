package io.custard.auth.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Objects;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A key of this service, as its file says.
 *
 * @param file its name breaks the tie between keys that sign from the same moment on
 * @param signsFrom the member {@code nbf} of the file, epoch seconds; the epoch without one
 */
record SigningKey(EllipticCurveJsonWebKey key, String file, Instant signsFrom) {
  private static final String NOT_BEFORE = "nbf";

  SigningKey {
    Objects.requireNonNull(key.getKeyId());
  }

  String id() {
    return key.getKeyId();
  }

  /** Null for a key that only verifies any more. */
  @Nullable PrivateKey privateKey() {
    return key.getPrivateKey();
  }

  /** Whether it may sign at this moment. */
  boolean isActive(Instant now) {
    return privateKey() != null && !now.isBefore(signsFrom);
  }

  /** Fails without quoting the file, which is secret. */
  static SigningKey read(Path file) {
    try {
      if (JsonWebKey.Factory.newJwk(Files.readString(file)) instanceof EllipticCurveJsonWebKey key
          && "P-256".equals(key.getCurveName())
          && key.getKeyId() != null) {
        return new SigningKey(key, String.valueOf(file.getFileName()), signsFrom(key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing key " + file, e);
    } catch (JoseException e) {
      throw new IllegalStateException("not a JSON web key: " + file);
    }
    throw new IllegalStateException("not an EC P-256 key with a kid: " + file);
  }

  private static Instant signsFrom(EllipticCurveJsonWebKey key) {
    Number seconds = key.getOtherParameterValue(NOT_BEFORE, Number.class);
    return seconds == null ? Instant.EPOCH : Instant.ofEpochSecond(seconds.longValue());
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }
}

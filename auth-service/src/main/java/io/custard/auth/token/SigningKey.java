package io.custard.auth.token;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The key pair of this service, read once; a missing or unusable file stops the start. */
@Startup
@ApplicationScoped
class SigningKey {
  private final EllipticCurveJsonWebKey key;

  SigningKey(TokenConfig config) {
    this.key = read(config.signingKeyFile());
  }

  String id() {
    return key.getKeyId();
  }

  PrivateKey privateKey() {
    return key.getPrivateKey();
  }

  /** The JWK set for the public: never holds the private part. */
  String publicKeys() {
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private static EllipticCurveJsonWebKey read(Path file) {
    try {
      if (JsonWebKey.Factory.newJwk(Files.readString(file)) instanceof EllipticCurveJsonWebKey key
          && key.getPrivateKey() != null
          && key.getKeyId() != null) {
        return key;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing key " + file, e);
    } catch (JoseException e) {
      // The cause may quote the file, which is secret.
      throw new IllegalStateException("not a JSON web key: " + file);
    }
    throw new IllegalStateException("not a private EC key with a kid: " + file);
  }
}

package io.custard.query.secret;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts with AES-256-GCM. A sealed secret opens only with the key that sealed it and only for
 * what it was sealed for: a row copied to another organisation opens nothing. A wrong setting stops
 * the start.
 */
@Startup
@ApplicationScoped
public class SealSecrets {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, SecretKey> keys = new HashMap<>();
  private final @Nullable String current;
  private final SecureRandom random = new SecureRandom();

  SealSecrets(SecretConfig config) {
    config.keys().forEach((id, key) -> keys.put(id, key(id, key)));
    this.current = config.current().filter(id -> !id.isBlank()).orElse(null);
    if (current != null && !keys.containsKey(current)) {
      throw new IllegalArgumentException(
          "custard.query.secrets.current names no key of custard.query.secrets.keys: " + current);
    }
  }

  /** Whether there is a key to seal with. */
  public boolean canSeal() {
    return current != null;
  }

  /**
   * Encrypts under the current key.
   *
   * @param purpose what it is for, unmistakably; the same opens it
   * @throws IllegalStateException without a current key
   */
  public Sealed seal(String secret, String purpose) {
    SecretKey key = current == null ? null : keys.get(current);
    if (current == null || key == null) {
      throw new IllegalStateException("there is no key to seal with");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose);
      return new Sealed(current, nonce, cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** Empty: its key is gone from the configuration, or it was not sealed for this. */
  public Optional<String> open(Sealed sealed, String purpose) {
    SecretKey key = keys.get(sealed.keyId());
    if (key == null) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), purpose);
      return Optional.of(new String(cipher.doFinal(sealed.ciphertext()), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey key(String id, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("custard.query.secrets.keys." + id + " is no base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "custard.query.secrets.keys." + id + " has " + bytes.length + " bytes instead of 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}

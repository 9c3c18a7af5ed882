package io.custard.query.secret;

import java.util.Objects;

/**
 * A secret as it is kept.
 *
 * @param keyId which master key encrypted it
 */
@SuppressWarnings("ArrayRecordComponent") // goes straight into the database and out again
public record Sealed(String keyId, byte[] nonce, byte[] ciphertext) {
  public Sealed {
    Objects.requireNonNull(keyId);
    Objects.requireNonNull(nonce);
    Objects.requireNonNull(ciphertext);
  }

  @Override
  public String toString() {
    return "Sealed[" + keyId + "]";
  }
}

package io.custard.bench.auth;

import io.custard.bench.load.Load.Caller;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** One verification of an ES256 signature by the JDK, over as many bytes as a token has. */
final class BareSignature implements Caller {
  private static final String ES256 = "SHA256withECDSAinP1363Format";
  private static final byte[] SIGNED = new byte[420];

  private final PublicKey key;
  private final byte[] signature;

  private BareSignature(PublicKey key, byte[] signature) {
    this.key = key;
    this.signature = signature;
  }

  static BareSignature caller() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Signature signing = Signature.getInstance(ES256);
    signing.initSign(pair.getPrivate());
    signing.update(SIGNED);
    return new BareSignature(pair.getPublic(), signing.sign());
  }

  @Override
  public boolean call() throws GeneralSecurityException {
    Signature verifying = Signature.getInstance(ES256);
    verifying.initVerify(key);
    verifying.update(SIGNED);
    return verifying.verify(signature);
  }
}

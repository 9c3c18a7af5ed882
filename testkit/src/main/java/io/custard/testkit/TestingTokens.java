package io.custard.testkit;

import io.custard.embedded.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Access tokens as auth-service signs them (ES256), and broken ones that must be refused. Services
 * under {@link Infrastructure} trust the key used here.
 */
public final class TestingTokens {
  private static final String ISSUER = "custard";
  private static final String AUDIENCE = "custard-api";
  private static final Duration LIFE = Duration.ofHours(1);
  private static final SigningKey KEY = new SigningKey(SharedServers.signingKeyPair());

  private TestingTokens() {}

  /** A valid token of the organisation's owner. */
  public static String owner(UUID user, UUID organisation) {
    return valid(user, organisation, "owner");
  }

  public static String valid(UUID user, UUID organisation, String role) {
    return sign(claims(user, organisation, role), KEY);
  }

  /** Ran out a minute more ago than any clock tolerance. */
  public static String expired(UUID user, UUID organisation) {
    Instant longAgo = Instant.now().minus(LIFE).minus(Duration.ofMinutes(10));
    return sign(claims(user, organisation, "owner").issuedAt(longAgo), KEY);
  }

  public static String wrongIssuer(UUID user, UUID organisation) {
    return sign(claims(user, organisation, "owner").issuer("somebody-else"), KEY);
  }

  public static String wrongAudience(UUID user, UUID organisation) {
    return sign(claims(user, organisation, "owner").audience("another-api"), KEY);
  }

  /** Right in every claim and in the key id, signed by a key nobody knows. */
  public static String otherKey(UUID user, UUID organisation) {
    return sign(claims(user, organisation, "owner"), SigningKey.generate());
  }

  private static Claims claims(UUID user, UUID organisation, String role) {
    return new Claims(ISSUER, AUDIENCE, Instant.now(), user, organisation, role);
  }

  private static String sign(Claims claims, SigningKey key) {
    String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(KEY.keyId());
    String signed = base64(header) + "." + base64(claims.json());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.pair().getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot sign ES256", e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private record Claims(
      String issuer, String audience, Instant issuedAt, UUID user, UUID organisation, String role) {

    Claims issuer(String other) {
      return new Claims(other, audience, issuedAt, user, organisation, role);
    }

    Claims audience(String other) {
      return new Claims(issuer, other, issuedAt, user, organisation, role);
    }

    Claims issuedAt(Instant other) {
      return new Claims(issuer, audience, other, user, organisation, role);
    }

    String json() {
      return """
      {"iss":"%s","aud":"%s","sub":"%s","upn":"%s@custard.example","org":"%s","groups":["%s"],\
      "iat":%d,"exp":%d,"jti":"%s"}\
      """
          .formatted(
              issuer,
              audience,
              user,
              user,
              organisation,
              role,
              issuedAt.getEpochSecond(),
              issuedAt.plus(LIFE).getEpochSecond(),
              UUID.randomUUID());
    }
  }
}

package io.custard.testkit;

import io.custard.embedded.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
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
    return of(user, organisation).signed();
  }

  public static String valid(UUID user, UUID organisation, String role) {
    return of(user, organisation).role(role).signed();
  }

  /** Ran out a minute more ago than any clock tolerance. */
  public static String expired(UUID user, UUID organisation) {
    Instant longAgo = Instant.now().minus(LIFE).minus(Duration.ofMinutes(10));
    return of(user, organisation).issuedAt(longAgo).signed();
  }

  public static String wrongIssuer(UUID user, UUID organisation) {
    return of(user, organisation).issuer("somebody-else").signed();
  }

  public static String wrongAudience(UUID user, UUID organisation) {
    return of(user, organisation).audience("another-api").signed();
  }

  /** Right in every claim and in the key id, signed by a key nobody knows. */
  public static String otherKey(UUID user, UUID organisation) {
    return sign(of(user, organisation), SigningKey.generate());
  }

  /** Right in every claim, and says of itself that it needs no signature ({@code alg: none}). */
  public static String unsigned(UUID user, UUID organisation) {
    return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}")
        + "."
        + base64(of(user, organisation).json())
        + ".";
  }

  /** Every way to forge a token, by its name; all must be refused. */
  public static Map<String, String> forged(UUID user, UUID organisation) {
    return Map.of(
        "expired", expired(user, organisation),
        "wrong issuer", wrongIssuer(user, organisation),
        "wrong audience", wrongAudience(user, organisation),
        "other key", otherKey(user, organisation),
        "alg none", unsigned(user, organisation));
  }

  /** An owner's token that is valid for an hour from now; change what the test is about. */
  public static Draft of(UUID user, UUID organisation) {
    return new Draft(
        user,
        organisation,
        Map.of(
            "iss",
            "\"" + ISSUER + "\"",
            "aud",
            "\"" + AUDIENCE + "\"",
            "upn",
            "\"" + user + "@custard.example\"",
            "groups",
            "[\"owner\"]",
            "sid",
            "\"" + UUID.randomUUID() + "\""),
        Instant.now());
  }

  private static String sign(Draft draft, SigningKey key) {
    String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(KEY.keyId());
    String signed = base64(header) + "." + base64(draft.json());
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

  /**
   * A token that is not signed yet.
   *
   * @param claims in JSON, by name
   */
  public record Draft(UUID user, UUID organisation, Map<String, String> claims, Instant issued) {
    public Draft {
      claims = Map.copyOf(claims);
    }

    public Draft role(String role) {
      return with("groups", "[\"" + role + "\"]");
    }

    public Draft session(UUID session) {
      return with("sid", "\"" + session + "\"");
    }

    /** As for a browser, whose requests must repeat this. */
    public Draft csrf(String csrf) {
      return with("csrf", "\"" + csrf + "\"");
    }

    public Draft issuer(String issuer) {
      return with("iss", "\"" + issuer + "\"");
    }

    public Draft audience(String audience) {
      return with("aud", "\"" + audience + "\"");
    }

    public Draft issuedAt(Instant other) {
      return new Draft(user, organisation, claims, other);
    }

    /** Without this claim. */
    public Draft without(String claim) {
      Map<String, String> fewer = new HashMap<>(claims);
      fewer.remove(claim);
      return new Draft(user, organisation, fewer, issued);
    }

    public String signed() {
      return sign(this, KEY);
    }

    private Draft with(String claim, String value) {
      Map<String, String> more = new HashMap<>(claims);
      more.put(claim, value);
      return new Draft(user, organisation, more, issued);
    }

    String json() {
      StringBuilder json = new StringBuilder();
      claims.forEach((name, value) -> json.append("\"%s\":%s,".formatted(name, value)));
      return """
      {%s"sub":"%s","org":"%s","iat":%d,"exp":%d,"jti":"%s"}\
      """
          .formatted(
              json,
              user,
              organisation,
              issued.getEpochSecond(),
              issued.plus(LIFE).getEpochSecond(),
              UUID.randomUUID());
    }
  }
}

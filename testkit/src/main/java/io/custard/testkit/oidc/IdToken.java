package io.custard.testkit.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes id tokens, RS256 as most providers do, and every forged one. */
final class IdToken {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LIFE = 300;
  private static final int BITS = 2048;

  private final String issuer;
  private final String client;
  private final Grant grant;

  IdToken(String issuer, String client, Grant grant) {
    this.issuer = issuer;
    this.client = client;
    this.grant = grant;
  }

  /** Signed as the fault says. */
  String signed(String keyId, KeyPair key) {
    String claims = base64(json(claims()));
    return switch (grant.fault()) {
      case ALG_NONE -> header("none", keyId) + "." + claims + ".";
      case ALG_HS256 -> mac(header("HS256", keyId) + "." + claims);
      case OTHER_KEY -> signature(header("RS256", keyId) + "." + claims, newKey());
      default -> signature(header("RS256", keyId) + "." + claims, key);
    };
  }

  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  private Map<String, Object> claims() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new HashMap<>(grant.person());
    claims.put("iss", issuer);
    claims.put("aud", client);
    claims.put("nonce", grant.asked().getOrDefault("nonce", ""));
    claims.put("iat", now);
    claims.put("exp", now + LIFE);
    spoil(claims, now);
    return claims;
  }

  private void spoil(Map<String, Object> claims, long now) {
    switch (grant.fault()) {
      case WRONG_NONCE -> claims.put("nonce", "of-another-log-in");
      case NO_NONCE -> claims.remove("nonce");
      case OTHER_AUDIENCE -> claims.put("aud", "another-client");
      case SECOND_AUDIENCE -> claims.put("aud", List.of(client, "another-client"));
      case OTHER_PARTY -> claims.put("azp", "another-client");
      case OTHER_ISSUER -> claims.put("iss", issuer + "/other");
      case EXPIRED -> claims.put("exp", now - LIFE);
      case LONG_AGO -> claims.put("iat", now - 10 * LIFE);
      case NO_SUBJECT -> claims.remove("sub");
      case EMAIL_IN_USER_INFO, USER_INFO_OF_ANOTHER ->
          claims.keySet().removeAll(List.of("email", "email_verified"));
      default -> {}
    }
  }

  private static String header(String algorithm, String keyId) {
    return base64(json(Map.of("alg", algorithm, "kid", keyId, "typ", "JWT")));
  }

  private static String signature(String text, KeyPair key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs RS256", e);
    }
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              TestingProvider.secret(grant.realm()).getBytes(StandardCharsets.UTF_8),
              "HmacSHA256"));
      return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC", e);
    }
  }

  static String json(Map<String, ?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map is always writable", e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

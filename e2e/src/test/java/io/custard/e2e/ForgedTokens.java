package io.custard.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.embedded.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What can be made of a right token by those who want more than it gives. */
final class ForgedTokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String header;
  private final ObjectNode claims;
  private final PrivateKey ours;

  /**
   * @param state of the installation, whose own key signs all but one of them
   */
  ForgedTokens(String right, Path state) throws Exception {
    String[] parts = right.split("\\.");
    this.header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    this.claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    this.ours = key(state.resolve("secrets/signing-key.json"));
  }

  /** By what is wrong with them; and the same token signed anew, which is right. */
  Map<String, String> all() throws Exception {
    long now = Instant.now().getEpochSecond();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("wrong key", sign(header, claims, SigningKey.generate().pair().getPrivate()));
    tokens.put(
        "alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + body(c -> {}) + ".");
    tokens.put("wrong audience", signed(c -> c.put("aud", "another-api")));
    tokens.put("other issuer", signed(c -> c.put("iss", "somebody-else")));
    tokens.put("expired", signed(c -> c.put("iat", now - 9_000).put("exp", now - 3_600)));
    tokens.put("no session", signed(c -> c.remove("sid")));
    tokens.put("no organisation", signed(c -> c.remove("org")));
    tokens.put("garbage", "eyJ." + "x".repeat(300));
    return tokens;
  }

  /** The token signed anew: shows that only what is wrong makes the others wrong. */
  String right() throws Exception {
    return signed(c -> {});
  }

  private String signed(Consumer<ObjectNode> change) throws Exception {
    ObjectNode changed = claims.deepCopy();
    change.accept(changed);
    return sign(header, changed, ours);
  }

  private String body(Consumer<ObjectNode> change) {
    ObjectNode changed = claims.deepCopy();
    change.accept(changed);
    return encoded(changed.toString());
  }

  private static String sign(String header, ObjectNode claims, PrivateKey key) throws Exception {
    String signed = encoded(header) + "." + encoded(claims.toString());
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey key(Path file) throws Exception {
    String d = JSON.readTree(file.toFile()).path("d").asText();
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(
                new BigInteger(1, Base64.getUrlDecoder().decode(d)),
                curve.getParameterSpec(ECParameterSpec.class)));
  }
}

package io.custard.testkit.oidc;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives codes to browsers and takes them from clients: once, from the client they were made for,
 * for the same redirect, with the verifier of their challenge.
 */
final class Codes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final Map<String, Grant> open = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();

  Codes(String base) {
    this.base = base;
  }

  /** The person and the fault are in the address: who logs in here says so. */
  void authorize(String realm, HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    if (!conforms(realm, asked)) {
      Endpoints.send(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    Fault fault = Fault.valueOf(asked.getOrDefault("testing_fault", "NONE"));
    Map<String, Object> person =
        JSON.readValue(asked.getOrDefault("testing_person", "{}"), new TypeReference<>() {});
    String code = UUID.randomUUID().toString();
    open.put(code, new Grant(realm, asked, person, fault));
    String issuer = base + "/" + (fault == Fault.MIXED_UP ? "other" : realm);
    String result = fault == Fault.DENIED ? "error=access_denied" : "code=" + code;
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri")
                + "?"
                + result
                + "&state="
                + encoded(asked.getOrDefault("state", ""))
                + "&iss="
                + encoded(issuer));
    exchange.sendResponseHeaders(302, -1);
  }

  /** Null: refused. */
  @Nullable Grant redeem(String realm, HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Grant grant = open.remove(sent.getOrDefault("code", ""));
    boolean good =
        grant != null
            && grant.realm().equals(realm)
            && "authorization_code".equals(sent.get("grant_type"))
            && isClient(realm, exchange.getRequestHeaders().getFirst("Authorization"), sent)
            && Objects.equals(grant.asked().get("redirect_uri"), sent.get("redirect_uri"))
            && challenge(sent.getOrDefault("code_verifier", ""))
                .equals(grant.asked().get("code_challenge"));
    return good ? grant : null;
  }

  String accessToken(Grant grant) {
    String token = UUID.randomUUID().toString();
    Map<String, Object> person = new HashMap<>(grant.person());
    if (grant.fault() == Fault.USER_INFO_OF_ANOTHER) {
      person.put("sub", "another");
    }
    people.put("Bearer " + token, person);
    return token;
  }

  /** Empty: nobody's. */
  Map<String, Object> byAccessToken(@Nullable String authorization) {
    return authorization == null ? Map.of() : people.getOrDefault(authorization, Map.of());
  }

  private static boolean conforms(String realm, Map<String, String> asked) {
    return "code".equals(asked.get("response_type"))
        && TestingProvider.client(realm).equals(asked.get("client_id"))
        && "S256".equals(asked.get("code_challenge_method"))
        && asked.getOrDefault("code_challenge", "").length() == 43
        && asked.getOrDefault("state", "").length() >= 32
        && asked.getOrDefault("nonce", "").length() >= 32
        && (" " + asked.get("scope") + " ").contains(" openid ")
        && asked
            .getOrDefault("redirect_uri", "")
            .endsWith("/api/v1/auth/oidc/" + realm + "/callback");
  }

  private static boolean isClient(String realm, @Nullable String header, Map<String, String> sent) {
    String client = TestingProvider.client(realm);
    if (realm.equals(TestingProvider.LOOSE)) {
      return header == null && client.equals(sent.get("client_id"));
    }
    String both = encoded(client) + ":" + encoded(TestingProvider.secret(realm));
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    return expected.equals(header);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return IdToken.base64(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Map<String, String> form(@Nullable String text) {
    Map<String, String> values = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      String[] both = pair.split("=", 2);
      values.put(decoded(both[0]), both.length < 2 ? "" : decoded(both[1]));
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

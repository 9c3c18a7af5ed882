package io.custard.testkit.oidc;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The addresses of every realm, by what follows its name. */
final class Endpoints {
  private static final String JSON = "application/json";

  private final String base;
  private final Codes codes;
  private volatile Key key = Key.draw();

  Endpoints(String base) {
    this.base = base;
    this.codes = new Codes(base);
  }

  private record Key(String id, KeyPair pair) {
    static Key draw() {
      return new Key(UUID.randomUUID().toString(), IdToken.newKey());
    }
  }

  void answer(HttpExchange exchange) throws IOException, InterruptedException {
    String[] path = exchange.getRequestURI().getPath().split("/", 3);
    String realm = path[1];
    switch (path.length < 3 ? "" : path[2]) {
      case ".well-known/openid-configuration" -> send(exchange, 200, discovery(realm));
      case "keys" -> send(exchange, 200, keys());
      case "authorize" -> codes.authorize(realm, exchange);
      case "token" -> token(realm, exchange);
      case "user-info" -> userInfo(exchange);
      default -> send(exchange, 404, "{}");
    }
  }

  private String discovery(String realm) {
    String issuer = base + "/" + realm;
    return IdToken.json(
        Map.of(
            "issuer", realm.equals(TestingProvider.LYING) ? base + "/trusted" : issuer,
            "authorization_endpoint", issuer + "/authorize",
            "token_endpoint", issuer + "/token",
            "jwks_uri", issuer + "/keys",
            "userinfo_endpoint", issuer + "/user-info",
            "authorization_response_iss_parameter_supported", true));
  }

  private String keys() {
    RSAPublicKey open = (RSAPublicKey) key.pair().getPublic();
    return IdToken.json(
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "kid",
                    key.id(),
                    "n",
                    number(open.getModulus()),
                    "e",
                    number(open.getPublicExponent())),
                Map.of("kty", "of-the-future", "kid", "new"))));
  }

  private void token(String realm, HttpExchange exchange) throws IOException, InterruptedException {
    Grant grant = codes.redeem(realm, exchange);
    if (grant == null) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    if (grant.fault() == Fault.KEY_ROTATED) {
      key = Key.draw();
    }
    if (!Spoiled.answer(grant.fault(), exchange)) {
      send(exchange, 200, tokens(realm, grant));
    }
  }

  private String tokens(String realm, Grant grant) {
    Key now = key;
    String idToken =
        new IdToken(base + "/" + realm, TestingProvider.client(realm), grant)
            .signed(now.id(), now.pair());
    return IdToken.json(
        Map.of(
            "access_token",
            codes.accessToken(grant),
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            grant.fault() == Fault.NO_ID_TOKEN ? "" : idToken));
  }

  private void userInfo(HttpExchange exchange) throws IOException {
    Map<String, Object> person =
        codes.byAccessToken(exchange.getRequestHeaders().getFirst("Authorization"));
    send(exchange, person.isEmpty() ? 401 : 200, IdToken.json(person));
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return IdToken.base64(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}

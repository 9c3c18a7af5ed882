package io.custard.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.embedded.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeServerTest {
  private static final String WS = "/api/v1/connections/ws/42";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private EdgeServer edge;

  @BeforeEach
  void start() throws Exception {
    int gateway = listen(vertx, 4);
    int query = listen(vertx, 3);
    edge =
        EdgeServer.start(
            0,
            List.of(
                Upstream.only("agent-gateway", gateway),
                Upstream.only("query-orchestrator", query),
                Upstream.only("auth-service", FreePort.any())));
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
  }

  @Test
  void requestsReachTheirServiceWithWhoAsked() throws Exception {
    HttpResponse<String> response = get("/api/v1/query?a=1%2F2");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("3 GET /api/v1/query?a=1%2F2 0 for 127.0.0.1");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void forwardedHeadersOfTheCallerAreNotBelieved() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/query")).header("X-Forwarded-For", "6.6.6.6").build();

    String body = client.send(request, BodyHandlers.ofString()).body();

    assertThat(body).endsWith("for 127.0.0.1");
  }

  @Test
  void largeBodiesPassThrough() throws Exception {
    byte[] body = new byte[8 * 1024 * 1024];
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/query"))
            .expectContinue(true)
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());

    assertThat(response.body()).contains("POST /api/v1/query " + body.length);
  }

  @Test
  void webSocketPassesTextAndBinaryBothWays() throws Exception {
    WebSocket socket = connect("custard_key").get(10, TimeUnit.SECONDS);
    CompletableFuture<String> text = new CompletableFuture<>();
    CompletableFuture<Buffer> binary = new CompletableFuture<>();
    socket.textMessageHandler(text::complete).binaryMessageHandler(binary::complete);
    Buffer large = Buffer.buffer(new byte[200_000]);

    socket.writeTextMessage("hello");
    socket.writeBinaryMessage(large);

    assertThat(text.get(10, TimeUnit.SECONDS)).isEqualTo("echo hello");
    assertThat(binary.get(10, TimeUnit.SECONDS)).isEqualTo(large);
    assertThat(socket.subProtocol()).isEqualTo("custard.agent.v1");
  }

  @Test
  void refusedUpgradeKeepsItsStatusHeadersAndBody() throws Exception {
    UpgradeRejectedException refused = null;
    try {
      connect("wrong").get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      refused = (UpgradeRejectedException) e.getCause();
    }

    assertThat(refused).isNotNull();
    assertThat(refused.getStatus()).isEqualTo(401);
    assertThat(refused.getHeaders().get("Custard-Error")).isEqualTo("AGENT_KEY_UNKNOWN");
    assertThat(refused.getBody().toString()).isEqualTo("{\"code\":\"AGENT_KEY_UNKNOWN\"}");
  }

  @Test
  void serviceThatIsAwayIsAProblem() throws Exception {
    HttpResponse<String> response = get("/api/v1/auth/profile");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"code\":\"UPSTREAM_UNAVAILABLE\"");
  }

  @Test
  void healthNamesTheServiceThatIsDown() throws Exception {
    HttpResponse<String> response = get("/health");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body())
        .contains(
            "\"status\":\"down\"", "\"query-orchestrator\":\"up\"", "\"auth-service\":\"down\"");
  }

  @Test
  void landingPageAndNothingElseIsServedByTheEdge() throws Exception {
    assertThat(get("/").body()).contains("<h1>Custard</h1>", "demo@custard.example");
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/query/%2e%2e/q").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + edge.port() + path);
  }

  private CompletableFuture<WebSocket> connect(String key) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(edge.port())
            .setURI(WS)
            .addSubProtocol("custard.agent.v1")
            .addHeader("Authorization", "Bearer " + key);
    return vertx.createWebSocketClient().connect(options).toCompletionStage().toCompletableFuture();
  }

  /** A service that says what it was asked, and echoes what a WebSocket sends. */
  private static int listen(Vertx vertx, int name) throws Exception {
    return vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .addWebSocketSubProtocol("custard.agent.v1"))
        .requestHandler(request -> answer(request, name))
        .listen(0)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .actualPort();
  }

  private static void answer(HttpServerRequest request, int name) {
    if (request.path().equals(WS)) {
      upgrade(request);
      return;
    }
    request
        .body()
        .map(body ->
            "%d %s %s %d for %s"
                .formatted(
                    name,
                    request.method(),
                    request.uri(),
                    body.length(),
                    request.getHeader("X-Forwarded-For")))
        .onSuccess(text -> request.response().end(text));
  }

  private static void upgrade(HttpServerRequest request) {
    if (!"Bearer custard_key".equals(request.getHeader("Authorization"))) {
      request
          .response()
          .setStatusCode(401)
          .putHeader("Custard-Error", "AGENT_KEY_UNKNOWN")
          .end("{\"code\":\"AGENT_KEY_UNKNOWN\"}");
      return;
    }
    request
        .toWebSocket()
        .onSuccess(socket -> {
          socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text));
          socket.binaryMessageHandler(socket::writeBinaryMessage);
        });
  }
}

package io.custard.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An edge that knows one user, answers every query with the same body, and keeps what it was sent.
 */
final class TestingEdge implements AutoCloseable {
  static final String ANSWER =
      """
      {"id":"q1","connection_id":"c1","question":"How many?","sql":"SELECT count(*) AS n",
       "columns":[{"name":"n","type":"bigint"}],"rows":[[7]],"row_count":1,
       "truncated":{"reason":"rows","limit":1},"answer":"There are 7.",
       "warnings":["The role may write."],"timings":{"total_ms":5}}
      """;

  private final HttpServer server;
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String body = ANSWER;

  TestingEdge() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/auth/login", this::login);
    server.createContext("/api/v1/query", this::query);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answerWith(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
  }

  /** Authorization header and body of each query, in order. */
  List<String> queries() {
    return queries;
  }

  private void login(HttpExchange exchange) throws IOException {
    boolean known = text(exchange).contains("\"secret\"");
    send(
        exchange,
        known ? 200 : 401,
        known
            ? "{\"access_token\":\"token-1\",\"token_type\":\"Bearer\"}"
            : "{\"code\":\"AUTH_CREDENTIALS_WRONG\",\"detail\":\"Wrong.\",\"status\":401}");
  }

  private void query(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    queries.add(authorization + " " + text(exchange));
    send(exchange, status, body);
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

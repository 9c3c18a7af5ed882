package io.custard.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks for streams, by a client of our days or by a bare socket. */
final class StreamCaller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String token;
  private final ConnectionId connection;

  StreamCaller(String token, ConnectionId connection) {
    this.token = token;
    this.connection = connection;
  }

  /** An answer that is under way. */
  record Streamed(CompletableFuture<HttpResponse<InputStream>> response) {
    HttpResponse<InputStream> head() throws Exception {
      return response.get(20, TimeUnit.SECONDS);
    }

    int status() throws Exception {
      return head().statusCode();
    }

    String header(String name) throws Exception {
      return head().headers().firstValue(name).orElse("");
    }

    /** The whole body; an {@link IOException} when it was cut off. */
    String body() throws Exception {
      return new String(head().body().readAllBytes(), StandardCharsets.UTF_8);
    }

    String problem() throws Exception {
      return JSON.readTree(body()).path("code").asText();
    }
  }

  Streamed start(Map<String, Object> question, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + "/api/v1/query/stream"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text(question)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Streamed(
        CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
  }

  /** A socket with a small buffer on which the question was asked and nothing is read. */
  Socket ask(String path, Map<String, Object> question) throws Exception {
    URI address = URI.create(address());
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 << 10);
    socket.connect(
        new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
    socket.setSoTimeout(20_000);
    byte[] body = text(question).getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, token, body.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return socket;
  }

  private String text(Map<String, Object> question) throws IOException {
    Map<String, Object> body = new HashMap<>(question);
    body.put("connection_id", connection.toString());
    return JSON.writeValueAsString(body);
  }

  private static String address() {
    return "http://127.0.0.1:" + RestAssured.port;
  }
}

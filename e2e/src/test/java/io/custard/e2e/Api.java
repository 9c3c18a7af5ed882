package io.custard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.custard.embedded.MailDirectory;
import io.custard.testkit.TestingSignUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The public API as a client sees it. */
final class Api {
  /** An answer: status and body. */
  record Answer(int status, String contentType, JsonNode body) {
    String code() {
      return body.path("code").asText();
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI edge;
  private final MailDirectory mails;
  private String token = "";

  /**
   * @param state of the installation, which has the mails it sent
   */
  Api(URI edge, Path state) {
    this(edge, new MailDirectory(state.resolve("mails")));
  }

  private Api(URI edge, MailDirectory mails) {
    this.edge = edge;
    this.mails = mails;
  }

  URI edge() {
    return edge;
  }

  void logIn(String email, String password) throws Exception {
    token(post("/api/v1/auth/login", Map.of("email", email, "password", password)));
  }

  /** A new person with an organisation of their own. */
  void signUp() throws Exception {
    String email = UUID.randomUUID() + "@example.com";
    token = JSON.readTree(TestingSignUp.at(edge, mails, email)).path("access_token").asText();
  }

  private void token(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException("not logged in: " + answer);
    }
    token = answer.body().path("access_token").asText();
  }

  Answer sql(String connection, String sql) throws Exception {
    return post("/api/v1/query", Map.of("connection_id", connection, "sql", sql));
  }

  Answer ask(String connection, String question) throws Exception {
    return post("/api/v1/query", Map.of("connection_id", connection, "question", question));
  }

  Answer post(String path, Map<String, ?> body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  /** Whatever body, or none, whatever it says of itself. */
  Answer call(String method, String path, String type, byte[] body) throws Exception {
    HttpRequest.BodyPublisher sent =
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request = request(path).method(method, sent);
    return send(body.length == 0 ? request : request.header("Content-Type", type));
  }

  /** The same with another token; none when it is empty. */
  Api as(String otherToken) {
    Api other = new Api(edge, mails);
    other.token = otherToken;
    return other;
  }

  String token() {
    return token;
  }

  MailDirectory mails() {
    return mails;
  }

  Answer get(String path) throws Exception {
    return send(request(path).GET());
  }

  Answer delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(edge.resolve(path)).timeout(Duration.ofSeconds(60));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body =
        type.contains("json")
            ? JSON.readTree(response.body())
            : JsonNodeFactory.instance.nullNode();
    return new Answer(response.statusCode(), type, body);
  }
}

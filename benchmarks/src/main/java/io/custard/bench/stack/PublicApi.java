package io.custard.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import io.custard.cli.api.RunContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The public API as a program calls it, logged in as the demo's owner. */
public final class PublicApi implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofMinutes(15);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI edge;
  private final String token;

  private PublicApi(RunContext context) throws IOException, InterruptedException {
    this.edge = context.url();
    this.token =
        json(
                HttpRequest.newBuilder(edge.resolve("/api/v1/auth/login")),
                Map.of("email", context.email(), "password", context.password()))
            .path("access_token")
            .asText();
  }

  public static PublicApi of(Stack stack) throws Exception {
    return new PublicApi(stack.context());
  }

  /** The answer's body; a failure is the end of the benchmark. */
  public JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return json(request(path), body);
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    return Json.MAPPER.readTree(succeeded(answer, path));
  }

  /** Tidies up; what cannot be deleted stays. */
  public void delete(String path) throws IOException {
    try {
      http.send(request(path).DELETE().build(), HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A body that is read as it comes. */
  public InputStream stream(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(post(request(path), body), HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      try (InputStream problem = answer.body()) {
        throw refused(path, answer.statusCode(), problem.readAllBytes());
      }
    }
    return answer.body();
  }

  /** With the code of the problem, where there is one. */
  private static IllegalStateException refused(String path, int status, byte[] body) {
    return new IllegalStateException(path + " answered " + status + " " + code(body));
  }

  private static String code(byte[] body) {
    try {
      return Json.MAPPER.readTree(body).path("code").asText();
    } catch (IOException e) {
      return "without a problem";
    }
  }

  private JsonNode json(HttpRequest.Builder request, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest built = post(request, body);
    return Json.MAPPER.readTree(
        succeeded(
            http.send(built, HttpResponse.BodyHandlers.ofByteArray()), built.uri().getPath()));
  }

  private static byte[] succeeded(HttpResponse<byte[]> answer, String path) {
    if (answer.statusCode() / 100 != 2) {
      throw refused(path, answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  private static HttpRequest post(HttpRequest.Builder request, Map<String, ?> body)
      throws IOException {
    return request
        .timeout(ANSWER)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(edge.resolve(path)).header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

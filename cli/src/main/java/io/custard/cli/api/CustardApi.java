package io.custard.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Client of one edge. Thread-safe; close it when done. */
public final class CustardApi implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Longer than any deadline the API grants, so that its own answer comes first. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(10);

  private final URI edge;
  private final HttpClient client;

  public CustardApi(URI edge) {
    this.edge = edge;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
  }

  /** Logs in and returns the access token. */
  public String login(String email, String password) throws ApiProblem, NotRunningException {
    Map<String, String> body = Map.of("email", email, "password", password);
    String answer = post("/api/v1/auth/login", body, Map.of());
    JsonNode token = read(answer, JsonNode.class).path("access_token");
    if (!token.isTextual()) {
      throw unreadable();
    }
    return token.textValue();
  }

  /** Asks the question or runs the SQL, and waits for the answer. */
  public QueryAnswer query(String token, QueryRequest request)
      throws ApiProblem, NotRunningException {
    Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
    return read(post("/api/v1/query", request, headers), QueryAnswer.class);
  }

  private String post(String path, Object body, Map<String, String> headers)
      throws ApiProblem, NotRunningException {
    HttpResponse<String> response = send(request(path, body, headers));
    if (response.statusCode() / 100 != 2) {
      throw problem(response.statusCode(), response.body());
    }
    return response.body();
  }

  private HttpRequest request(String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(edge.resolve(path))
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/problem+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
    headers.forEach(request::header);
    return request.build();
  }

  private static byte[] bytes(Object body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request body is always writable", e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws ApiProblem, NotRunningException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new NotRunningException(
          "Nothing answers at " + edge + ". Start the stack first: ./custard up");
    } catch (HttpTimeoutException e) {
      throw new ApiProblem(
          ErrorCode.QUERY_DEADLINE_EXCEEDED.name(), edge + " did not answer in time.");
    } catch (IOException e) {
      throw new ApiProblem(
          ErrorCode.UPSTREAM_UNAVAILABLE.name(),
          "The connection to " + edge + " broke before the answer came. Try again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiProblem(ErrorCode.QUERY_CANCELLED.name(), "Interrupted.");
    }
  }

  /** What a refusal says, as far as it is one of ours. */
  static ApiProblem problem(int status, String text) {
    try {
      JsonNode body = Json.MAPPER.readTree(text);
      if (body.path("code").isTextual()) {
        return new ApiProblem(body.path("code").textValue(), detail(body));
      }
    } catch (JsonProcessingException e) {
      // Not one of our bodies: something before the edge answered.
    }
    return new ApiProblem(
        ErrorCode.UNKNOWN.name(), "The answer has status " + status + " and no problem body.");
  }

  private static String detail(JsonNode body) {
    StringBuilder detail =
        new StringBuilder(body.path("detail").asText(body.path("title").asText()));
    for (JsonNode violation : body.path("violations")) {
      detail.append(' ').append(violation.path("field").asText());
      detail.append(": ").append(violation.path("message").asText()).append('.');
    }
    return detail.toString();
  }

  private static <T> T read(String body, Class<T> type) throws ApiProblem {
    try {
      T value = Json.MAPPER.readValue(body, type);
      if (value != null) {
        return value;
      }
    } catch (JsonProcessingException e) {
      // Its message may quote rows.
    }
    throw unreadable();
  }

  private static ApiProblem unreadable() {
    return new ApiProblem(
        ErrorCode.UNKNOWN.name(),
        "The answer is not what this version of the command line reads. Is it another service?");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

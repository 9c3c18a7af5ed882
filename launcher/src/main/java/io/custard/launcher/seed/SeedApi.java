package io.custard.launcher.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.Json;
import io.custard.launcher.home.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the public API that seeding needs, as one person who logged in makes them. */
final class SeedApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI edge;
  private final @Nullable String token;

  private SeedApi(URI edge, @Nullable String token) {
    this.edge = edge;
    this.token = token;
  }

  static SeedApi anonymous(URI edge) {
    return new SeedApi(edge, null);
  }

  SeedApi with(String accessToken) {
    return new SeedApi(edge, accessToken);
  }

  JsonNode get(String path) throws ApiProblem {
    return send("GET", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, Map<String, String> body) throws ApiProblem {
    try {
      return send("POST", path, BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always writable", e);
    }
  }

  void delete(String path) throws ApiProblem {
    send("DELETE", path, BodyPublishers.noBody());
  }

  private JsonNode send(String method, String path, BodyPublisher body) throws ApiProblem {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(edge.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode answer = read(response.body());
      if (response.statusCode() / 100 == 2) {
        return answer;
      }
      throw new ApiProblem(
          answer.path("code").asText("UNKNOWN"),
          answer.path("detail").asText(method + " " + path + ": " + response.statusCode()));
    } catch (IOException e) {
      throw new LauncherException(
          method + " " + path + " at the edge failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}

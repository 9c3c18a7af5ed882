package io.custard.evaluation.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.Json;
import io.custard.cli.api.RunContext;
import io.custard.evaluation.rows.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The public API as a replay calls it, from several threads. */
public final class EvaluationApi implements AutoCloseable {
  /** Well within the life of a token. */
  private static final long TOKEN_NANOS = TimeUnit.MINUTES.toNanos(4);

  /** What the deadline of a statement may be passed by before we hang up. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  private final RunContext context;
  private final Duration limit;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService hangups =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hangups").factory());
  private String token = "";
  private long tokenNanos;

  /**
   * As the demo's owner.
   *
   * @param limit for running one statement
   */
  public EvaluationApi(RunContext context, Duration limit) {
    this.context = context;
    this.limit = limit;
  }

  /** What is to be said of the statement. */
  Verdict validate(String connection, String sql) throws IOException {
    HttpResponse<InputStream> answer =
        post("/api/v1/query/validate", Map.of("connection_id", connection, "sql", sql));
    try (InputStream body = answer.body()) {
      JsonNode said = Json.MAPPER.readTree(body);
      return answer.statusCode() == 200 ? Verdict.of(said) : Verdict.NONE;
    }
  }

  /** Runs the statement; its rows go to the sink as they come. */
  Outcome run(String connection, String sql, RowStream.Sink sink) throws IOException {
    HttpResponse<InputStream> answer =
        post(
            "/api/v1/query/stream",
            Map.of(
                "connection_id",
                connection,
                "sql",
                sql,
                "format",
                "ndjson",
                "timeout_seconds",
                limit.toSeconds()));
    try (InputStream body = answer.body()) {
      Future<?> hangup = hangUpLater(body);
      try {
        return answer.statusCode() == 200
            ? RowStream.read(body, sink)
            : refusal(Json.MAPPER.readTree(body));
      } finally {
        hangup.cancel(false);
      }
    }
  }

  /** The client bounds the wait for the head of an answer only. */
  private Future<?> hangUpLater(InputStream body) {
    return hangups.schedule(
        () -> {
          body.close();
          return null;
        },
        limit.plus(GRACE).toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static Outcome refusal(JsonNode problem) {
    return new Outcome.Failed(
        problem.path("code").asText("UNKNOWN"), problem.path("detail").asText());
  }

  private HttpResponse<InputStream> post(String path, Map<String, ?> body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(context.url().resolve(path))
            .timeout(limit.plus(GRACE))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private synchronized String token() throws IOException {
    if (token.isEmpty() || System.nanoTime() - tokenNanos > TOKEN_NANOS) {
      try (CustardApi login = new CustardApi(context.url())) {
        token = login.login(context.email(), context.password());
        tokenNanos = System.nanoTime();
      } catch (Exception e) {
        throw new IOException("the log-in was refused", e);
      }
    }
    return token;
  }

  @Override
  public void close() {
    hangups.shutdownNow();
    http.shutdownNow();
  }
}

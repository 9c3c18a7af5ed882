package io.custard.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.HttpAddress;
import io.custard.agent.ledger.LedgerEntry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalServerTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestingVitals vitals = new TestingVitals();
  private final AgentMetrics metrics = new AgentMetrics(vitals);
  private final LocalServer server = new LocalServer(vertx, new ObjectMapper(), vitals, metrics);

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void readinessNamesThePartThatIsDown() throws Exception {
    int port = listen(0).join().actualPort();
    assertThat(get(port, "GET", "/health/ready").statusCode()).isEqualTo(200);

    vitals.databaseUp = false;

    HttpResponse<String> ready = get(port, "GET", "/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"link\",\"status\":\"UP\"},"
                + "{\"name\":\"database\",\"status\":\"DOWN\"}]}");
    assertThat(get(port, "GET", "/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void metricsCountStatementsByCodesOfAClosedList() throws Exception {
    int port = listen(0).join().actualPort();

    metrics.accept(ended("OK", 7));
    metrics.accept(ended("QUERY_CANCELLED", 0));
    metrics.accept(ended("select 'sesame'", 0));

    assertThat(get(port, "GET", "/metrics").body())
        .contains(
            "custard_agent_executions_total{code=\"OK\"} 1.0",
            "custard_agent_executions_total{code=\"QUERY_CANCELLED\"} 1.0",
            "custard_agent_executions_total{code=\"UNKNOWN\"} 1.0",
            "custard_agent_rows_total 7.0",
            "custard_agent_bytes_total 70.0",
            "custard_agent_execution_seconds_bucket{le=\"0.025\"} 3",
            "custard_agent_reconnects_total 2.0",
            "custard_agent_link_up 1.0",
            "custard_agent_database_up 1.0",
            "custard_agent_in_flight 3.0",
            "custard_agent_waiting 1.0",
            "custard_agent_ledger_lines 42.0")
        .doesNotContain("sesame");
  }

  @Test
  void nothingElseIsAnswered() throws Exception {
    int port = listen(0).join().actualPort();

    assertThat(get(port, "GET", "/").statusCode()).isEqualTo(404);
    assertThat(get(port, "POST", "/metrics").statusCode()).isEqualTo(405);
  }

  @Test
  void aTakenPortIsOnlyAFailedFuture() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThat(listen(other.getLocalPort()))
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableOfType(ExecutionException.class);
    }
  }

  private CompletableFuture<HttpServer> listen(int port) {
    return server
        .listen(new HttpAddress("127.0.0.1", port))
        .toCompletionStage()
        .toCompletableFuture();
  }

  private static LedgerEntry ended(String code, long rows) {
    return new LedgerEntry.Outcome("2026-01-01T00:00:00Z", "q", code, rows, rows * 10, 12);
  }

  private static HttpResponse<String> get(int port, String method, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(5))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static final class TestingVitals implements Vitals {
    private volatile boolean databaseUp = true;

    @Override
    public boolean linked() {
      return true;
    }

    @Override
    public long links() {
      return 3;
    }

    @Override
    public boolean databaseUp() {
      return databaseUp;
    }

    @Override
    public int inFlight() {
      return 3;
    }

    @Override
    public int waiting() {
      return 1;
    }

    @Override
    public long ledgerLines() {
      return 42;
    }
  }
}

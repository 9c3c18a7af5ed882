package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.testkit.database.TestingPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered program between a scripted gateway and a real database. */
class AgentProcessIT {
  private static final long LIMIT_KILOBYTES = 128 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final TestingGateway gateway = new TestingGateway();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void servesALargeResultWithin128Megabytes() throws Exception {
    Map<String, String> settings = settings();
    settings.put("CUSTARD_AGENT_LIMITS_MAX_ROWS", "10000000");
    settings.put("CUSTARD_AGENT_LIMITS_MAX_BYTES", "1000000000");
    try (PackagedAgent agent = PackagedAgent.start(folder, settings)) {
      awaitLinked(agent);
      long idle = agent.kilobytes("VmRSS");

      QueryId id =
          execute(
              "select i, md5(i::text) as a, md5((i + 1)::text) as b, i * 0.25 as c, now() as d"
                  + " from generate_series(1, 600000) i");
      long rows = awaitEndGivingCredit(id);

      assertThat(rows).isEqualTo(600_000);
      assertThat(get(agent, "/metrics").body())
          .contains("custard_agent_rows_total 600000.0", "custard_agent_link_up 1.0");
      System.getLogger("footprint")
          .log(
              System.Logger.Level.INFO,
              "resident kilobytes: idle " + idle + ", peak " + agent.kilobytes("VmHWM"));
      assertThat(agent.kilobytes("VmHWM")).isLessThan(LIMIT_KILOBYTES);
    }
  }

  @Test
  void logsOfFailingStatementsAreJsonWithoutTheirValues() throws Exception {
    Map<String, String> settings = settings();
    settings.put("CUSTARD_LOG_FORMAT", "json");
    try (PackagedAgent agent = PackagedAgent.start(folder, settings)) {
      awaitLinked(agent);
      List<QueryId> failing =
          List.of(
              execute("select name::int from customer where name like 'Ann' or name = 'sesame1'"),
              execute("select 'sesame2'::date"),
              execute("select * from nowhere where secret = 'sesame3'"),
              execute("delete from customer where name = 'sesame4'"),
              execute("select pg_sleep(1), 'sesame5'"),
              execute("select 'sesame6"));

      await().atMost(PATIENCE).until(() -> gateway.frames(Failed.class).size() == failing.size());

      agent.terminate();
      assertThat(agent.awaitExit()).isZero();
      for (String line : agent.log().lines().toList()) {
        JsonNode logged = new ObjectMapper().readTree(line);
        assertThat(logged.path("message").asText()).isNotEmpty();
      }
      assertThat(agent.log())
          .contains("Execution ended")
          .doesNotContain("sesame", "Ann", settings.get("CUSTARD_KEY"), "read-$me");
    }
  }

  @Test
  void sigtermEndsWithAGoodbyeAndCodeZero() throws Exception {
    try (PackagedAgent agent = PackagedAgent.start(folder, settings())) {
      awaitLinked(agent);

      agent.terminate();

      assertThat(agent.awaitExit()).isZero();
      assertThat(gateway.frames(Goodbye.class)).isNotEmpty();
    }
  }

  @Test
  void readinessFollowsTheLink() throws Exception {
    gateway.refuse(503, "UPSTREAM_UNAVAILABLE");
    try (PackagedAgent agent = PackagedAgent.start(folder, settings())) {
      await().atMost(PATIENCE).until(() -> !agent.http().isEmpty());
      assertThat(get(agent, "/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> away = get(agent, "/health/ready");
      assertThat(away.statusCode()).isEqualTo(503);
      assertThat(away.body()).contains("{\"name\":\"link\",\"status\":\"DOWN\"}");

      gateway.accept();

      await().atMost(PATIENCE).until(() -> get(agent, "/health/ready").statusCode() == 200);
    }
  }

  @Test
  void checkSaysWhatIsWrongInOneJsonObject() throws Exception {
    Map<String, String> settings = settings();
    settings.put("DB_PASSWORD", "sesame");
    try (PackagedAgent check = PackagedAgent.start(folder, settings, "check", "--json")) {
      assertThat(check.awaitExit()).as(check.log()).isEqualTo(7);
      JsonNode report = new ObjectMapper().readTree(check.log());
      assertThat(report.path("exit_code").asInt()).isEqualTo(7);
      assertThat(report.path("steps").findValuesAsText("status"))
          .containsExactly("ok", "ok", "ok", "ok", "ok", "failed", "skipped");
      assertThat(check.log()).doesNotContain("sesame");
    }
  }

  @Test
  void wrongSettingsEndAtOnceWithCodeTwo() throws Exception {
    try (PackagedAgent agent = PackagedAgent.start(folder, Map.of())) {
      assertThat(agent.awaitExit()).isEqualTo(2);
      assertThat(agent.log()).contains("Set CUSTARD_GATEWAY").hasLineCount(1);
    }
  }

  private Map<String, String> settings() {
    return PackagedAgent.settings(gateway, TestingPostgres.reader());
  }

  private void awaitLinked(PackagedAgent agent) {
    await()
        .atMost(PATIENCE)
        .until(() -> !gateway.frames(Health.class).isEmpty() && !agent.http().isEmpty());
  }

  private QueryId execute(String sql) {
    QueryId id = QueryId.random();
    ExecutionLimits limits = new ExecutionLimits(120_000, 10_000_000, 1_000_000_000);
    gateway.send(
        new Execute(
            id,
            sql,
            limits,
            RowEncoding.JSON_ROWS,
            Execute.RESULT,
            1 << 20,
            null,
            null,
            null,
            null));
    return id;
  }

  /** Takes the rows as fast as they come. */
  private long awaitEndGivingCredit(QueryId id) {
    int[] taken = {0};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> {
          List<RowsFrame> frames = gateway.frames(RowsFrame.class);
          long bytes = frames.stream().skip(taken[0]).mapToLong(f -> f.payload().remaining()).sum();
          taken[0] = frames.size();
          if (bytes > 0) {
            gateway.send(new Credit(id, bytes));
          }
          return !gateway.frames(End.class).isEmpty() || !gateway.frames(Failed.class).isEmpty();
        });
    return gateway.frames(End.class).getFirst().rows();
  }

  private static HttpResponse<String> get(PackagedAgent agent, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(agent.http() + path))
              .timeout(Duration.ofSeconds(5))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}

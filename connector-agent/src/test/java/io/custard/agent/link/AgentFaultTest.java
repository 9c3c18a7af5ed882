package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.agent.RowsFrame;
import io.custard.testkit.database.TestingPostgres;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a gateway gets wrong, and what must not come of it. */
class AgentFaultTest extends LinkedAgent {
  @Test
  void aStatementAskedForTwiceByOneIdRunsOnce() throws Exception {
    link(TestingPostgres.reader());
    QueryId id = QueryId.random();

    gateway.send(asking(id, "select pg_catalog.count(*) from generate_series(1, 100000)"));
    gateway.send(asking(id, "select pg_catalog.count(*) from generate_series(1, 100000)"));
    awaitEnd(id);
    awaitEnd(execute("select 1", CREDIT, 10));

    assertThat(ends(id)).isEqualTo(1);
    assertThat(Files.readString(ledger.resolve("ledger-000001.jsonl")))
        .containsOnlyOnce("\"queryId\":\"" + id + "\",\"purpose\"");
  }

  @Test
  void creditAndCancelForNobodyAndCreditThatIsNoneChangeNothing() {
    link(TestingPostgres.reader());
    QueryId id = execute("select repeat('x', 1000) from generate_series(1, 5000)", 200_000, 5000);
    await().until(() -> gateway.frames(RowsFrame.class).size() == 3);

    gateway.send(new Credit(QueryId.random(), CREDIT));
    gateway.send(new Cancel(QueryId.random()));
    gateway.send(new Credit(id, 0));
    gateway.send(new Credit(id, -CREDIT));
    gateway.send(new Credit(id, Long.MIN_VALUE));
    answersProbes("after");
    assertThat(gateway.frames(RowsFrame.class)).hasSize(3);

    gateway.send(new Credit(id, Long.MAX_VALUE));
    gateway.send(new Credit(id, Long.MAX_VALUE));
    await().until(() -> bytes() > CREDIT - 100_000);
    answersProbes("bounded");
    assertThat(bytes()).isLessThan(CREDIT + 300_000);
    gateway.send(new Cancel(id));
    awaitFailed(id);
  }

  private long bytes() {
    return gateway.frames(RowsFrame.class).stream().mapToLong(f -> f.payload().remaining()).sum();
  }

  @Test
  void theDeadlineCountsWhileAStatementWaitsForItsTurn() {
    link(TestingPostgres.reader());
    QueryId first = execute(slow("turn-a"), CREDIT, 10);
    QueryId second = execute(slow("turn-b"), CREDIT, 10);

    QueryId waiting = execute(slow("turn-c"), CREDIT, 10, 300);

    assertThat(awaitFailed(waiting).code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    assertThat(ends(first) + ends(second)).isZero();
    assertThat(TestingPostgres.running("turn-c")).isZero();
    gateway.send(new Cancel(first));
    gateway.send(new Cancel(second));
    awaitFailed(second);
  }

  @Test
  void ofABurstAFewRunSomeWaitAndEveryOtherIsToldAtOnce() {
    limits.maxWaiting = 60;
    link(TestingPostgres.reader());

    for (int i = 0; i < 10_000; i++) {
      execute("select 1", CREDIT, 10);
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> gateway.frames(End.class).size() + gateway.frames(Failed.class).size() == 10_000);
    assertThat(gateway.frames(Failed.class)).extracting(Failed::code).containsOnly("AGENT_BUSY");
    assertThat(gateway.frames(End.class)).hasSizeGreaterThanOrEqualTo(62);
    assertThat(gateway.links()).isEqualTo(1);
  }

  @Test
  void requestsNewerThanTheAgentAreAnsweredAndTheLinkStands() {
    link(TestingPostgres.reader());
    QueryId enumValue = QueryId.random();
    QueryId type = QueryId.random();
    QueryId limit = QueryId.random();
    String execute =
        "{\"type\":\"%s\",\"queryId\":\"%s\",\"sql\":\"select 1\",\"purpose\":\"result\",\"credit\":1,"
            + "\"limits\":{\"timeoutMillis\":%d,\"maxRows\":1,\"maxBytes\":1},\"encoding\":\"%s\"}";

    gateway.sendText(execute.formatted("execute", enumValue, 1000, "arrow"));
    gateway.sendText(execute.formatted("execute-many", type, 1000, "json-rows"));
    gateway.sendText(execute.formatted("execute", limit, -5, "json-rows"));
    gateway.sendText("{\"type\":\"discover\",\"discoveryId\":\"d9\",\"changesOnly\":{}}");

    for (QueryId id : List.of(enumValue, type, limit)) {
      assertThat(awaitFailed(id).code()).isEqualTo("AGENT_PROTOCOL_UNSUPPORTED");
    }
    await()
        .until(() ->
            gateway.frames(io.custard.protocol.agent.SchemaFailed.class).stream()
                .anyMatch(failed -> failed.discoveryId().equals("d9")));
    assertThat(gateway.links()).isEqualTo(1);
  }

  @Test
  void anUnreadableFrameAboutARunningStatementDoesNotEndIt() {
    link(TestingPostgres.reader());
    QueryId id = execute("select repeat('x', 1000) from generate_series(1, 1000)", 0, 2000);

    gateway.sendText("{\"type\":\"hurry-up\",\"queryId\":\"%s\"}".formatted(id));
    answersProbes("p");
    gateway.send(new Credit(id, CREDIT));

    assertThat(awaitEnd(id).rows()).isEqualTo(1000);
  }

  @Test
  void noiseOfEveryKindIsSurvived() {
    link(TestingPostgres.reader());
    for (int i = 0; i < 500; i++) {
      gateway.sendText("x".repeat(i));
      gateway.sendText("[".repeat(i));
      gateway.sendBinary(new byte[i]);
    }
    gateway.sendText("{\"type\":7}");
    gateway.sendText("{\"type\":\"execute\",\"queryId\":\"not one\"}");
    gateway.sendText("null");

    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    assertThat(gateway.links()).isEqualTo(1);
  }

  @Test
  void aFrameThatIsTooLargeCostsTheLinkAndNotTheAgent() {
    link(TestingPostgres.reader());

    gateway.sendText("x".repeat(5 << 20));

    await().until(() -> gateway.frames(Hello.class).size() == 2);
    await().until(() -> !gateway.framesOn(1, Health.class).isEmpty());
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
  }

  @Test
  void aStatementIsNotMovedByAClockThatIsADayOff() throws Exception {
    clock = InstantSource.offset(InstantSource.system(), Duration.ofDays(-1));
    link(TestingPostgres.reader());

    awaitEnd(execute("select 1", CREDIT, new ExecutionLimits(2_000, 10, 1 << 20), null));
    QueryId late = execute(slow("day-off"), CREDIT, 10, 300);

    assertThat(awaitFailed(late).code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    Hello hello = gateway.frames(Hello.class).getFirst();
    assertThat(hello.startEpochMillis()).isLessThan(yesterday.plusSeconds(60).toEpochMilli());
    String noted =
        new ObjectMapper()
            .readTree(Files.readAllLines(ledger.resolve("ledger-000001.jsonl")).getFirst())
            .at("/entry/at")
            .asText();
    assertThat(Instant.parse(noted)).isBefore(yesterday.plusSeconds(60));
  }

  @Test
  void aProbeIsAnsweredAtOnceOrWithAFreshLookAtTheDatabase() {
    link(TestingPostgres.reader());

    gateway.send(new Probe("loop", null));
    gateway.send(new Probe("database", true));

    await().until(() -> gateway.frames(Probed.class).size() == 2);
    assertThat(gateway.frames(Probed.class).getFirst()).isEqualTo(new Probed("loop", null));
    Probed looked = gateway.frames(Probed.class).getLast();
    assertThat(looked.probeId()).isEqualTo("database");
    assertThat(looked.health()).isNotNull().extracting(Health::database).isEqualTo(Health.GREEN);
  }

  @Test
  void anAgentThatWasFrozenEndsWhatIsLateAndDialsAgain() {
    link(TestingPostgres.reader());
    QueryId late = execute(slow("frozen-agent"), CREDIT, 10, 2_000);
    await().until(() -> TestingPostgres.running("frozen-agent") == 1);

    freeze(Duration.ofSeconds(4));
    gateway.cut(); // as a gateway does that misses its heartbeats

    await().until(() -> gateway.links() == 2);
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    await().until(() -> TestingPostgres.running("frozen-agent") == 0);
    assertThat(gateway.framesOn(1, Failed.class)).isEmpty();
    assertThat(ends(late)).isZero();
  }

  @Test
  void anAgentThatWasFrozenForAMomentKeepsItsLinkAndItsDeadlines() {
    link(TestingPostgres.reader());
    QueryId late = execute(slow("frozen-moment"), CREDIT, 10, 1_000);
    await().until(() -> TestingPostgres.running("frozen-moment") == 1);

    freeze(Duration.ofMillis(1_500));

    assertThat(awaitFailed(late).code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    await().until(() -> TestingPostgres.running("frozen-moment") == 0);
    assertThat(gateway.links()).isEqualTo(1);
  }

  /** Stops the agent's only loop, as a stopped process would. */
  private void freeze(Duration time) {
    vertx.runOnContext(frozen -> {
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    });
  }

  private void answersProbes(String id) {
    gateway.send(new Probe(id, null));
    await()
        .until(() ->
            gateway.frames(Probed.class).stream().anyMatch(probed -> probed.probeId().equals(id)));
  }
}

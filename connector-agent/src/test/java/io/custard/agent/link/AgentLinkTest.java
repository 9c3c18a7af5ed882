package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.Agent;
import io.custard.agent.Oversight;
import io.custard.agent.config.AgentFiles;
import io.custard.agent.config.AgentLimits;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.custard.agent.database.DatabaseEngines;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import io.custard.testkit.database.TestingPostgres;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent between a real socket and a real database. */
class AgentLinkTest {
  private static final DatabaseEngine POSTGRESQL = DatabaseEngines.of("postgresql").orElseThrow();
  private static final AgentKey KEY = AgentKey.draw();
  private static final long CREDIT = AgentProtocol.MAX_OPEN_CREDIT;

  @TempDir private Path ledger;

  private final Vertx vertx = Vertx.vertx();
  private final TestingGateway gateway = new TestingGateway();
  private final Limits limits = new Limits();
  private CompletableFuture<ExitCode> exit;
  private Agent agent;
  private Oversight oversight;

  @BeforeEach
  void patience() {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
  }

  @AfterEach
  void stop() throws IOException {
    if (agent != null) {
      agent.stop("test over").toCompletionStage().toCompletableFuture().join();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
    gateway.close();
    if (oversight != null) {
      oversight.close();
    }
  }

  @Test
  void greetsWithItsKeyAndReportsHealth() {
    link(TestingPostgres.reader());

    await().until(() -> !gateway.frames(Health.class).isEmpty());

    Hello hello = gateway.frames(Hello.class).getFirst();
    assertThat(hello.engine().dialect()).isEqualTo("postgresql");
    assertThat(hello.engine().version()).startsWith("17");
    assertThat(gateway.authorizations()).containsOnly("Bearer " + KEY.reveal());
    assertThat(gateway.frames(Health.class).getFirst())
        .isEqualTo(new Health(Health.GREEN, null, null, null, 0, List.of(), null));
  }

  @Test
  void executesFromEndToEnd() {
    link(TestingPostgres.reader());

    QueryId id = execute("select id, name from customer -- a comment", CREDIT, 1000);

    End end = awaitEnd(id);
    assertThat(gateway.frames(Columns.class))
        .containsExactly(
            new Columns(
                id,
                List.of(
                    new ResultColumn("id", ColumnType.INTEGER),
                    new ResultColumn("name", ColumnType.TEXT))));
    assertThat(gateway.rows(id)).isEqualTo("[1,\"Ann\"]");
    assertThat(end.rows()).isEqualTo(1);
    assertThat(end.bytes()).isEqualTo(9);
    assertThat(end.truncation()).isNull();
  }

  @Test
  void ownLimitsWinOverAsked() {
    link(TestingPostgres.reader());

    QueryId id = execute("select i from generate_series(1, 50000) i", CREDIT, 1_000_000);

    assertThat(awaitEnd(id).truncation()).isEqualTo(new Truncation(Truncation.ROWS, 20_000));
  }

  @Test
  void theGuardRefusesBeforeTheDatabaseSeesAnything() {
    link(TestingPostgres.writer());

    QueryId id = execute("delete from customer", CREDIT, 10);

    assertThat(awaitFailed(id).code()).isEqualTo("SQL_NOT_READ_ONLY");
  }

  @Test
  void anOverPrivilegedRoleIsToldWithItsRepairAndReadsUnlessACleanOneIsRequired() {
    link(TestingPostgres.writer());

    QueryId careless = execute("select 1", CREDIT, 10);
    QueryId strict = executeWithCleanRole("select 1");

    awaitEnd(careless);
    assertThat(awaitFailed(strict).code()).isEqualTo("AGENT_ROLE_TOO_POWERFUL");
    assertThat(awaitFailed(strict).message()).contains("public.customer", "role_repair");
    Health health = gateway.frames(Health.class).getFirst();
    assertThat(health.roleFindings())
        .containsExactly("The role may write to 1 table: public.customer.");
    assertThat(health.roleRepair()).contains("CREATE ROLE custard_reader");
  }

  @Test
  void theOwnersWishForACleanRoleIsNotLiftedByARequest() {
    limits.requireCleanRole = true;
    link(TestingPostgres.writer());

    QueryId id = execute("select 1", CREDIT, 10);

    assertThat(awaitFailed(id).code()).isEqualTo("AGENT_ROLE_TOO_POWERFUL");
  }

  @Test
  void aCleanRoleIsLetThrough() {
    limits.requireCleanRole = true;
    link(TestingPostgres.reader());

    awaitEnd(executeWithCleanRole("select 1"));
  }

  @Test
  void aStatementThatThePlannerFindsTooCostlyIsRefusedWithBothFigures() {
    limits.maxCost = OptionalDouble.of(1000);
    link(TestingPostgres.reader());

    QueryId cheap = execute("select 1", CREDIT, 10);
    QueryId costly =
        execute(
            "select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b",
            CREDIT,
            10);

    awaitEnd(cheap);
    Failed refused = awaitFailed(costly);
    assertThat(refused.code()).isEqualTo("SQL_TOO_COSTLY");
    assertThat(refused.message()).containsPattern("cost of \\d{5,}, the agent allows 1000");
  }

  @Test
  void aResultWithTooManyColumnsIsRefusedAndItsSessionServesOn() {
    link(TestingPostgres.reader());

    QueryId wide = execute("select " + "1, ".repeat(50) + "1", CREDIT, 10);
    QueryId narrow = execute("select " + "1, ".repeat(49) + "1", CREDIT, 10);

    assertThat(awaitFailed(wide).code()).isEqualTo("SQL_TOO_MANY_COLUMNS");
    assertThat(awaitFailed(wide).message()).contains("51 columns", "allows 50");
    awaitEnd(narrow);
  }

  @Test
  void rowsWaitForCredit() {
    link(TestingPostgres.reader());

    QueryId id = execute("select repeat('x', 1000) from generate_series(1, 1000)", 200_000, 2000);

    await().until(() -> gateway.frames(RowsFrame.class).size() == 3);
    await()
        .during(Duration.ofMillis(300))
        .until(() -> gateway.frames(RowsFrame.class).size() == 3 && ends(id) == 0);

    gateway.send(new Credit(id, CREDIT));

    assertThat(awaitEnd(id).rows()).isEqualTo(1000);
    assertThat(gateway.frames(RowsFrame.class)).extracting(RowsFrame::chunk).isSorted();
  }

  @Test
  void noCreditStopsTheCursor() {
    link(TestingPostgres.reader());

    QueryId id = execute("select repeat('x', 1000) from generate_series(1, 100000)", 0, 2000);

    await()
        .atMost(Duration.ofMillis(AgentProtocol.CREDIT_TIMEOUT_MILLIS + 2000))
        .until(() -> !gateway.frames(Failed.class).isEmpty());
    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_CANCELLED");
    assertThat(gateway.frames(RowsFrame.class)).isEmpty();
  }

  @Test
  void cancelEndsTheStatementInTheDatabase() {
    link(TestingPostgres.reader());
    QueryId id = execute(slow("cancelled"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("cancelled") == 1);

    gateway.send(new Cancel(id));

    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_CANCELLED");
    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("cancelled") == 0);
  }

  @Test
  void theDeadlineEndsTheStatementInTheDatabase() {
    link(TestingPostgres.reader());

    QueryId id = execute(slow("deadlined"), CREDIT, 10, 400);

    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("deadlined") == 0);
  }

  @Test
  void linkLossCancelsInTheDatabaseAndTheAgentComesBack() {
    link(TestingPostgres.reader());
    execute(slow("orphaned"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("orphaned") == 1);

    gateway.cut();

    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("orphaned") == 0);
    await().until(() -> gateway.frames(Hello.class).size() == 2);
    assertThat(gateway.frames(Failed.class)).isEmpty();
    assertThat(gateway.frames(Hello.class))
        .extracting(Hello::instanceId)
        .containsOnly(gateway.frames(Hello.class).getFirst().instanceId());
  }

  @Test
  void aStatementWaitsForItsTurnAndOneMoreThanMayWaitIsBusy() {
    link(TestingPostgres.reader());
    QueryId first = execute(slow("busy-1"), CREDIT, 10);
    QueryId second = execute(slow("busy-2"), CREDIT, 10);
    QueryId waiting = execute("select 1", CREDIT, 10);

    QueryId refused = execute("select 1", CREDIT, 10);

    assertThat(awaitFailed(refused).code()).isEqualTo("AGENT_BUSY");
    gateway.send(new Cancel(first));
    assertThat(awaitEnd(waiting).rows()).isEqualTo(1);
    gateway.send(new Cancel(second));
    awaitFailed(second);
  }

  @Test
  void aWaitingStatementCanBeCancelledWithoutEverRunning() {
    link(TestingPostgres.reader());
    QueryId first = execute(slow("turn-1"), CREDIT, 10);
    QueryId second = execute(slow("turn-2"), CREDIT, 10);
    QueryId waiting = execute(slow("turn-3"), CREDIT, 10);

    gateway.send(new Cancel(waiting));

    assertThat(awaitFailed(waiting).code()).isEqualTo("QUERY_CANCELLED");
    gateway.send(new Cancel(first));
    gateway.send(new Cancel(second));
    awaitFailed(first);
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    assertThat(TestingPostgres.running("turn-3")).isZero();
  }

  @Test
  void aFrozenGatewayIsLeftAfterThreeHeartbeats() {
    link(TestingPostgres.reader());
    execute(slow("frozen"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("frozen") == 1);

    gateway.freeze();

    await().atMost(Duration.ofSeconds(6)).until(() -> TestingPostgres.running("frozen") == 0);
    gateway.thaw();
    await().until(() -> gateway.links() == 2);
  }

  @Test
  void unknownFramesAndNoiseAreIgnored() {
    link(TestingPostgres.reader());
    gateway.sendText("{\"type\":\"from-the-future\",\"x\":1}");
    gateway.sendText("not json");
    gateway.sendText("{\"type\":\"execute\"}");

    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    assertThat(gateway.links()).isEqualTo(1);
  }

  @Test
  void schemaIsSentWithAStableFingerprint() {
    link(TestingPostgres.reader());

    gateway.send(new Discover("d1"));
    gateway.send(new Discover("d2"));

    await().until(() -> gateway.frames(SchemaEnd.class).size() == 2);
    assertThat(gateway.frames(SchemaTable.class)).hasSize(10);
    assertThat(gateway.frames(SchemaEnd.class)).extracting(SchemaEnd::tables).containsOnly(5);
    assertThat(gateway.frames(SchemaEnd.class).get(0).fingerprint())
        .hasSize(64)
        .isEqualTo(gateway.frames(SchemaEnd.class).get(1).fingerprint());
  }

  @Test
  void aMissingDatabaseIsARedLampAndNotADeadLink() {
    link(TestingPostgres.address("reader", "sesame"));

    await().until(() -> !gateway.frames(Health.class).isEmpty());
    gateway.send(new Discover("d1"));

    Health health = gateway.frames(Health.class).getFirst();
    assertThat(health.database()).isEqualTo(Health.RED);
    assertThat(health.code()).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
    assertThat(health.message()).doesNotContain("sesame");
    assertThat(gateway.frames(Hello.class).getFirst().engine().version()).isEqualTo("unknown");
    await().until(() -> !gateway.frames(SchemaFailed.class).isEmpty());
    assertThat(gateway.frames(SchemaFailed.class).getFirst().code())
        .isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
    assertThat(awaitFailed(execute("select 1", CREDIT, 10)).code())
        .isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
  }

  @Test
  void anUnknownKeyIsTriedAgainAfterTheAskedTime() {
    gateway.refuse(401, "AGENT_KEY_UNKNOWN");
    start(TestingPostgres.reader());
    await().until(() -> gateway.authorizations().size() == 2);

    gateway.accept();

    await().until(() -> gateway.frames(Hello.class).size() == 1);
    assertThat(exit).isNotDone();
  }

  @Test
  void aRevokedKeyStopsTheAgentAtTheUpgrade() {
    gateway.refuse(403, "AGENT_KEY_REVOKED");
    start(TestingPostgres.reader());

    assertThat(exit).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.KEY_REFUSED);
    assertThat(gateway.authorizations()).hasSize(1);
  }

  @Test
  void aRevokedKeyStopsALinkedAgent() {
    link(TestingPostgres.reader());

    gateway.send(new Refused("AGENT_KEY_REVOKED", "revoked"));

    assertThat(exit).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.KEY_REFUSED);
  }

  @Test
  void stopSaysGoodbye() {
    link(TestingPostgres.reader());

    agent.stop("the agent was stopped").toCompletionStage().toCompletableFuture().join();

    await().until(() -> !gateway.frames(Goodbye.class).isEmpty());
    assertThat(exit).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(ExitCode.STOPPED);
  }

  private void link(DatabaseAddress address) {
    start(address);
    await().until(() -> !gateway.frames(Health.class).isEmpty());
  }

  private void start(DatabaseAddress address) {
    String id = ConnectionId.random().toString();
    AgentFiles files = new AgentFiles(Optional.empty(), ledger);
    oversight = open(files);
    URI uri = URI.create("ws://127.0.0.1:" + gateway.port() + AgentProtocol.PATH + id);
    agent =
        new Agent(
            vertx,
            new ObjectMapper(),
            new AgentSettings(uri, id, KEY, POSTGRESQL, address, files),
            limits,
            oversight);
    exit = agent.start().toCompletionStage().toCompletableFuture();
  }

  private static Oversight open(AgentFiles files) {
    try {
      return Oversight.open(new ObjectMapper(), files);
    } catch (InvalidSettings e) {
      throw new IllegalStateException(e);
    }
  }

  private QueryId execute(String sql, long credit, long maxRows) {
    return execute(sql, credit, maxRows, 20_000);
  }

  private QueryId execute(String sql, long credit, long maxRows, long timeoutMillis) {
    return execute(sql, credit, new ExecutionLimits(timeoutMillis, maxRows, 64 << 20), null);
  }

  private QueryId executeWithCleanRole(String sql) {
    return execute(sql, CREDIT, new ExecutionLimits(20_000, 10, 64 << 20), true);
  }

  private QueryId execute(
      String sql, long credit, ExecutionLimits asked, Boolean requireCleanRole) {
    QueryId id = QueryId.random();
    gateway.send(
        new Execute(
            id, sql, asked, RowEncoding.JSON_ROWS, Execute.RESULT, credit, null, requireCleanRole));
    return id;
  }

  /** Passes the guard, takes far too long, and can be found in the list of sessions. */
  private static String slow(String marker) {
    return "select count(*), '"
        + marker
        + "' from generate_series(1, 100000) a,"
        + " generate_series(1, 100000) b";
  }

  private long ends(QueryId id) {
    return gateway.frames(End.class).stream().filter(end -> end.queryId().equals(id)).count();
  }

  private End awaitEnd(QueryId id) {
    await()
        .until(() ->
            ends(id) == 1
                || gateway.frames(Failed.class).stream().anyMatch(f -> f.queryId().equals(id)));
    assertThat(gateway.frames(Failed.class)).noneMatch(f -> f.queryId().equals(id));
    return gateway.frames(End.class).stream()
        .filter(end -> end.queryId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Failed awaitFailed(QueryId id) {
    await()
        .until(() -> gateway.frames(Failed.class).stream().anyMatch(f -> f.queryId().equals(id)));
    return gateway.frames(Failed.class).stream()
        .filter(failed -> failed.queryId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static final class Limits implements AgentLimits {
    private OptionalDouble maxCost = OptionalDouble.empty();
    private boolean requireCleanRole;

    @Override
    public long maxRows() {
      return 20_000;
    }

    @Override
    public long maxBytes() {
      return 64 << 20;
    }

    @Override
    public int maxColumns() {
      return 50;
    }

    @Override
    public OptionalDouble maxCost() {
      return maxCost;
    }

    @Override
    public boolean requireCleanRole() {
      return requireCleanRole;
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(300);
    }

    @Override
    public int maxExecutions() {
      return 2;
    }

    @Override
    public int maxWaiting() {
      return 1;
    }
  }
}

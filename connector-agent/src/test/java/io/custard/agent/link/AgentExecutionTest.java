package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.ledger.LedgerCheck;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.testkit.database.TestingPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements from their frame to their last frame. */
class AgentExecutionTest extends LinkedAgent {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"NDJSON | `[1,\"Ann\"]\n`", "CSV | `1,Ann\r\n`", "JSON_ROWS | [1,\"Ann\"]"})
  void rowsComeInTheEncodingThatWasAskedFor(RowEncoding encoding, String rows) {
    link(TestingPostgres.reader());
    QueryId id = QueryId.random();
    ExecutionLimits limits = new ExecutionLimits(20_000, 10, 1 << 20);

    gateway.send(
        new Execute(
            id,
            "select id, name from customer",
            limits,
            encoding,
            Execute.RESULT,
            CREDIT,
            null,
            null,
            null,
            null));

    assertThat(awaitEnd(id).bytes()).isEqualTo(rows.length());
    assertThat(gateway.rows(id)).isEqualTo(rows);
    assertThat(gateway.frames(RowsFrame.class).getFirst().encoding()).isEqualTo(encoding);
  }

  @Test
  void rowsWaitForCredit() {
    link(TestingPostgres.reader());

    QueryId id = execute("select repeat('x', 1000) from generate_series(1, 1000)", 300_000, 2000);

    await().until(() -> gateway.frames(RowsFrame.class).size() == 2);
    await()
        .during(Duration.ofMillis(300))
        .until(() -> gateway.frames(RowsFrame.class).size() == 2 && ends(id) == 0);

    gateway.send(new Credit(id, CREDIT));

    assertThat(awaitEnd(id).rows()).isEqualTo(1000);
    assertThat(gateway.frames(RowsFrame.class)).extracting(RowsFrame::chunk).isSorted();
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
  void nothingRunsWithoutALineInTheLedger() throws Exception {
    Files.createSymbolicLink(ledger.resolve("ledger-000001.jsonl"), Path.of("/dev/full"));
    link(TestingPostgres.reader());

    assertThat(awaitFailed(execute("select 1", CREDIT, 10)).code())
        .isEqualTo("AGENT_LEDGER_UNAVAILABLE");
    agent.stop("test over").toCompletionStage().toCompletableFuture().join();
    assertThatThrownBy(oversight::close).isInstanceOf(IOException.class);
    oversight = null;
  }

  @Test
  void theLedgerHoldsWhatRanAndWhatWasRefused() throws Exception {
    link(TestingPostgres.reader());
    awaitEnd(execute("select 42 as answer", CREDIT, 10));
    awaitFailed(execute("delete from orders", CREDIT, 10));

    Path file = ledger.resolve("ledger-000001.jsonl");
    await().untilAsserted(() -> assertThat(Files.readAllLines(file)).hasSize(4));
    assertThat(Files.readString(file))
        .contains("\"statement\":\"select 42 as answer\"", "\"verdict\":\"accepted\"")
        .contains("\"verdict\":\"SQL_NOT_READ_ONLY\"", "\"code\":\"OK\",\"rows\":1");
    assertThat(new LedgerCheck(new ObjectMapper()).run(ledger, Optional.empty()))
        .isInstanceOf(LedgerCheck.Result.Sound.class);
  }

  @Test
  void aMaskedColumnLeavesMaskedAndTheLedgerShowsBothTexts() throws Exception {
    policy =
        Optional.of(
            Files.writeString(
                ledger.resolve("policy.yaml"),
                "version: 1\nmask_columns: [{column: public.customer.name, as: partial, keep: 2}]\n"));
    link(TestingPostgres.reader());

    QueryId shown = execute("select id, name from customer", CREDIT, 10);
    QueryId sought = execute("select id from customer where name = 'Ann'", CREDIT, 10);

    awaitEnd(shown);
    assertThat(gateway.rows(shown)).isEqualTo("[1,\"*nn\"]");
    assertThat(awaitEnd(sought).rows()).isZero();
    assertThat(Files.readString(ledger.resolve("ledger-000001.jsonl")))
        .contains("\"statement\":\"select id, name from customer\"", "\"masked\":\"select id, name")
        .contains("AS custard_1");
  }

  @Test
  void theOwnersPolicyIsObeyedAndTakenOverWhenItChanges() throws Exception {
    Path file = Files.writeString(ledger.resolve("policy.yaml"), "version: 1\ntables: [a.b]\n");
    policy = Optional.of(file);
    link(TestingPostgres.reader());
    String sql = "select count(*) from pg_catalog.pg_class";

    assertThat(awaitFailed(execute(sql, CREDIT, 10)).code()).isEqualTo("AGENT_POLICY_REFUSED");
    Files.writeString(file, "version: 1\nlimits: {max_rows: 1}\n");
    await()
        .untilAsserted(
            () -> assertThat(oversight.policy().current().limits().maxRows().isPresent()).isTrue());
    awaitEnd(execute(sql, CREDIT, 10));
    End cut = awaitEnd(execute("select generate_series(1, 5)", CREDIT, 10));
    assertThat(cut.rows()).isEqualTo(1);
    assertThat(cut.truncation()).isNotNull();
  }
}

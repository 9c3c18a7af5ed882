package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.LedgerHead;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Credit;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Drain;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.testkit.database.TestingPostgres;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Links that are left on purpose: by the gateway's wish and by the agent's own stop. */
class AgentDrainTest extends LinkedAgent {
  private static final int OLD = 0;
  private static final int NEW = 1;

  @Test
  void aDrainedLinkFinishesItsWorkBesideTheNewOne() {
    link(TestingPostgres.reader());
    QueryId running = waitingForCredit();

    gateway.sendOn(OLD, new Drain("restart", 20_000));

    await().until(() -> gateway.framesOn(NEW, Health.class).size() == 1);
    assertThat(gateway.framesOn(OLD, Health.class).getLast().draining()).isTrue();
    assertThat(gateway.framesOn(NEW, Health.class).getFirst().draining()).isFalse();
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    assertThat(gateway.isClosed(OLD)).isFalse();

    gateway.sendOn(OLD, new Credit(running, CREDIT));

    await().until(() -> gateway.isClosed(OLD));
    assertThat(gateway.framesOn(OLD, End.class)).singleElement().matches(end -> end.rows() == 1000);
    assertThat(gateway.framesOn(OLD, Goodbye.class)).hasSize(1);
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
  }

  @Test
  void aLinkThatIsLeftBeginsNothing() {
    link(TestingPostgres.reader());
    QueryId running = waitingForCredit();
    gateway.sendOn(OLD, new Drain("restart", 20_000));
    QueryId late = QueryId.random();

    gateway.sendOn(OLD, asking(late, "select 1"));
    gateway.sendOn(OLD, new Discover("late", null));

    assertThat(awaitFailed(late).code()).isEqualTo("AGENT_DRAINING");
    await().until(() -> !gateway.framesOn(OLD, SchemaFailed.class).isEmpty());
    gateway.sendOn(OLD, new io.custard.protocol.agent.Cancel(running));
    assertThat(awaitFailed(running).code()).isEqualTo("QUERY_CANCELLED");
  }

  @Test
  void whatOutlastsTheGraceIsEndedInTheDatabaseBeforeTheGatewayGoes() {
    link(TestingPostgres.reader());
    QueryId running = execute(slow("graceless"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("graceless") == 1);

    gateway.sendOn(OLD, new Drain("restart", 1_000));

    assertThat(awaitFailed(running).code()).isEqualTo("AGENT_DRAINING");
    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("graceless") == 0);
    await().until(() -> gateway.isClosed(OLD) && gateway.links() == 2);
  }

  @Test
  void aDrainedLinkThatBreaksEndsItsWorkAndLeavesTheNewOneAlone() {
    link(TestingPostgres.reader());
    execute(slow("broken-drain"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("broken-drain") == 1);
    gateway.sendOn(OLD, new Drain("restart", 20_000));
    await().until(() -> gateway.framesOn(NEW, Health.class).size() == 1);

    gateway.cut(OLD);

    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("broken-drain") == 0);
    assertThat(gateway.frames(Failed.class)).isEmpty();
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    assertThat(gateway.links()).isEqualTo(2);
  }

  @Test
  void stopLetsStatementsFinishTakesNothingNewAndSaysHowFarTheLedgerReached() {
    limits.drain = Duration.ofSeconds(20);
    link(TestingPostgres.reader());
    QueryId running = waitingForCredit();

    CompletableFuture<Void> stopped = stopping();

    await().until(() -> gateway.frames(Health.class).getLast().draining());
    QueryId late = execute("select 1", CREDIT, 10);
    assertThat(awaitFailed(late).code()).isEqualTo("AGENT_DRAINING");
    gateway.send(new Credit(running, CREDIT));
    assertThat(awaitEnd(running).rows()).isEqualTo(1000);
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(5));
    assertThat(exit).isCompletedWithValue(ExitCode.STOPPED);
    LedgerHead told = gateway.frames(Goodbye.class).getFirst().ledger();
    assertThat(told).isNotNull();
    assertThat(told.lines()).isEqualTo(2);
    assertThat(told.hash()).isEqualTo(oversight.ledger().head().hash());
  }

  @Test
  void stopEndsWhatOutlastsTheDrainInTheDatabase() {
    limits.drain = Duration.ofMillis(500);
    link(TestingPostgres.reader());
    QueryId running = execute(slow("stop-late"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("stop-late") == 1);

    assertThat(stopping()).succeedsWithin(Duration.ofSeconds(5));

    assertThat(awaitFailed(running).code()).isEqualTo("AGENT_DRAINING");
    assertThat(gateway.frames(Goodbye.class)).hasSize(1);
    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("stop-late") == 0);
  }

  @Test
  void stopShortensTheGraceOfALinkThatTheGatewayDrains() {
    limits.drain = Duration.ofMillis(300);
    link(TestingPostgres.reader());
    QueryId running = waitingForCredit();
    gateway.sendOn(OLD, new Drain("restart", 60_000));
    await().until(() -> gateway.framesOn(NEW, Health.class).size() == 1);

    assertThat(stopping()).succeedsWithin(Duration.ofSeconds(5));

    assertThat(awaitFailed(running).code()).isEqualTo("AGENT_DRAINING");
    assertThat(gateway.frames(Goodbye.class)).hasSize(2);
  }

  private CompletableFuture<Void> stopping() {
    return agent.stop("the agent was stopped").toCompletionStage().toCompletableFuture();
  }

  /** A statement with 1000 rows that is under way and goes on when it is given credit. */
  private QueryId waitingForCredit() {
    QueryId id = execute("select repeat('x', 1000) from generate_series(1, 1000)", 200_000, 2000);
    await().until(() -> gateway.frames(RowsFrame.class).size() == 3);
    return id;
  }
}

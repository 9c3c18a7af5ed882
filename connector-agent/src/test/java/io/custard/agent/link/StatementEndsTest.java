package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.QueryId;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.RowsFrame;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever ends a statement, it is gone from the server's list of sessions within two seconds. */
class StatementEndsTest extends LinkedAgent {
  private static final Duration SOON = Duration.ofSeconds(2);

  /** In this time a server that is not held back would have sent everything. */
  private static final Duration HELD = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource
  void aCancelBeforeTheFirstRow(TestedServer server) {
    QueryId id = begin(server, server.slow("cancelled"), "cancelled", CREDIT);

    gateway.send(new Cancel(id));

    awaitGone(server, "cancelled", SOON);
    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_CANCELLED");
  }

  @ParameterizedTest
  @EnumSource
  void aCancelWhileRowsWaitForCredit(TestedServer server) {
    QueryId id = begin(server, server.flood("held"), "held", 300_000);
    await().until(() -> gateway.frames(RowsFrame.class).size() == 2);
    awaitRunning(server, "held", HELD);

    gateway.send(new Cancel(id));

    awaitGone(server, "held", SOON);
    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_CANCELLED");
    assertThat(gateway.frames(RowsFrame.class)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void itsDeadline(TestedServer server) {
    start(server);

    QueryId id = execute(server.slow("deadlined"), CREDIT, 10, 400);

    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    awaitGone(server, "deadlined", SOON);
  }

  @ParameterizedTest
  @EnumSource
  void itsDeadlineWhileRowsWaitForCredit(TestedServer server) {
    start(server);

    QueryId id = execute(server.flood("late"), 300_000, 20_000, 3_000);
    awaitRunning(server, "late", HELD);

    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    awaitGone(server, "late", SOON);
  }

  @ParameterizedTest
  @EnumSource
  void theLinkIsLost(TestedServer server) {
    begin(server, server.slow("abandoned"), "abandoned", CREDIT);

    gateway.cut();

    awaitGone(server, "abandoned", SOON);
  }

  @ParameterizedTest
  @EnumSource
  void aReaderThatVanished(TestedServer server) {
    QueryId id = begin(server, server.flood("unread"), "unread", 0);

    awaitGone(server, "unread", SOON.plusMillis(AgentProtocol.CREDIT_TIMEOUT_MILLIS));
    assertThat(awaitFailed(id).code()).isEqualTo("QUERY_CANCELLED");
    assertThat(gateway.frames(RowsFrame.class)).isEmpty();
  }

  private void start(TestedServer server) {
    engine = server.engine();
    link(server.reader());
  }

  private QueryId begin(TestedServer server, String sql, String marker, long credit) {
    start(server);
    QueryId id = execute(sql, credit, 20_000);
    await().until(() -> server.running(marker) == 1);
    return id;
  }

  private static void awaitRunning(TestedServer server, String marker, Duration atLeast) {
    await().during(atLeast).until(() -> server.running(marker) == 1);
  }

  private static void awaitGone(TestedServer server, String marker, Duration within) {
    await().atMost(within).until(() -> server.running(marker) == 0);
  }
}

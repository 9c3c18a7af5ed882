package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.QueryId;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.CreditCommand;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class SlowReaderTest extends QueryFixture {
  private static final String STREAM = "/api/v1/query/stream";
  private static final Map<String, Object> SELECT = Map.of("sql", "select 1");
  private static final byte[] CHUNK = line(64 << 10);

  @Test
  void aReaderThatTakesNothingStopsTheAgentAndIsNotForgotten() throws Exception {
    gateway.linkStreaming(connection, "a");
    StreamCaller caller = new StreamCaller(token, connection);
    try (Socket socket = caller.ask(STREAM, SELECT)) {
      ExecuteCommand command = gateway.await(ExecuteCommand.class);
      gateway.columns(command, ONE);

      Agent agent = new Agent(command);
      agent.sendWhileCredited(Duration.ofSeconds(5));

      assertThat(agent.sent).as("what sockets buffer, and one credit").isLessThan(12L << 20);
      assertThat(agent.lastCredit).as("said that the reader lives").isZero();
      long before = agent.sent;
      drain(socket, (int) before - CHUNK.length);
      agent.sendWhileCredited(Duration.ofSeconds(1));
      assertThat(agent.sent).as("goes on when the reader does").isGreaterThan(before);
    }
    assertThat(gateway.await(CancelCommand.class)).isNotNull();
  }

  @Test
  void anAgentThatSendsWithoutCreditIsStopped() throws Exception {
    gateway.linkStreaming(connection, "a");
    StreamCaller caller = new StreamCaller(token, connection);
    StreamCaller.Streamed stream = caller.start(SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);

    gateway.rows(command, 0, 1, line((int) AgentProtocol.MAX_OPEN_CREDIT + 1));

    assertThat(gateway.await(CancelCommand.class).queryId()).isEqualTo(command.queryId());
    assertThat(stream.body()).endsWith("\"detail\":\"The agent sent more than was allowed.\"}\n");
  }

  @Test
  void aVanishedReaderIsCancelledWithinTwoSeconds() throws Exception {
    gateway.linkStreaming(connection, "a");
    Socket socket = new StreamCaller(token, connection).ask(STREAM, SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);
    gateway.rows(command, 0, 1, CHUNK);
    drain(socket, 1_000);

    socket.close();

    assertThat(cancelled()).contains(command.queryId());
  }

  @Test
  void aReaderThatVanishesBeforeTheColumnsIsCancelledWithinTwoSeconds() throws Exception {
    gateway.linkStreaming(connection, "a");
    Socket socket = new StreamCaller(token, connection).ask(STREAM, SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);

    socket.close();

    assertThat(cancelled()).contains(command.queryId());
  }

  @Test
  void whoeverWaitsForAWholeAnswerAndHangsUpIsCancelledToo() throws Exception {
    gateway.link(connection);
    Socket socket = new StreamCaller(token, connection).ask("/api/v1/query", SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);

    socket.close();

    assertThat(cancelled()).contains(command.queryId());
  }

  @Test
  void aReaderThatStallsTooLongIsCutOff() throws Exception {
    gateway.linkStreaming(connection, "a");
    StreamCaller caller = new StreamCaller(token, connection);
    try (Socket socket = caller.ask(STREAM, SELECT)) {
      ExecuteCommand command = gateway.await(ExecuteCommand.class);
      gateway.columns(command, ONE);
      Agent agent = new Agent(command);
      agent.sendWhileCredited(Duration.ofSeconds(1));

      Optional<CancelCommand> cancel = gateway.poll(CancelCommand.class, Duration.ofSeconds(15));

      assertThat(cancel).isPresent();
    }
  }

  private Optional<QueryId> cancelled() throws InterruptedException {
    return gateway.poll(CancelCommand.class, Duration.ofSeconds(2)).map(CancelCommand::queryId);
  }

  private static void drain(Socket socket, int bytes) throws IOException {
    byte[] part = new byte[16 << 10];
    for (int left = bytes; left > 0; ) {
      int read = socket.getInputStream().read(part);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private static byte[] line(int size) {
    byte[] line = new byte[size];
    Arrays.fill(line, (byte) 'x');
    line[size - 1] = '\n';
    return line;
  }

  /** Sends chunks as fast as credit allows, as an agent with a long result would. */
  private final class Agent {
    private final ExecuteCommand command;
    private long credit;
    private int chunks;
    long sent;
    long lastCredit = -1;

    Agent(ExecuteCommand command) {
      this.command = command;
      this.credit = command.credit();
    }

    /** Until no credit has come for so long that only words that the reader lives do. */
    void sendWhileCredited(Duration patience) throws InterruptedException {
      do {
        while (credit >= CHUNK.length) {
          gateway.rows(command, chunks++, 1, CHUNK);
          sent += CHUNK.length;
          credit -= CHUNK.length;
        }
        lastCredit =
            gateway.poll(CreditCommand.class, patience).map(CreditCommand::bytes).orElse(-1L);
        credit += Math.max(0, lastCredit);
      } while (lastCredit > 0);
    }
  }
}

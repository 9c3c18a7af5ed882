package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.protocol.ColumnType;
import io.custard.protocol.LinkId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.Truncation;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.query.StreamCaller.Streamed;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class StreamResourceTest extends QueryFixture {
  private static final Map<String, Object> SELECT = Map.of("sql", "select 1");
  private static final Map<String, Object> CSV = Map.of("sql", "select 1", "format", "csv");

  private final StreamCaller caller = new StreamCaller(token, connection);
  private LinkId link;

  @BeforeEach
  void linked() throws Exception {
    link = gateway.linkStreaming(connection, "a");
  }

  @Test
  void rowsPassAsTheAgentWroteThemBetweenColumnsAndEnd() throws Exception {
    Streamed stream = caller.start(SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);

    gateway.columns(command, ONE);
    gateway.rows(command, 0, 2, "[1]\n[ 12345678901234567890.10 ]\n");
    gateway.rows(command, 1, 1, "not looked at\n");
    gateway.end(command, 3, 46, new Truncation("rows", 3));

    assertThat(command.encoding()).isEqualTo(RowEncoding.NDJSON);
    assertThat(command.limits().maxRows()).isEqualTo(Long.MAX_VALUE);
    assertThat(command.limits().timeoutMillis()).isEqualTo(300_000);
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(stream.header("Custard-Query-Id")).isEqualTo(command.questionId().toString());
    assertThat(stream.body())
        .isEqualTo(
            """
            {"type":"columns","query_id":"%s","sql":"%s","explanation":null,\
            "columns":[{"name":"n","type":"integer"}]}
            [1]
            [ 12345678901234567890.10 ]
            not looked at
            {"type":"end","row_count":3,"bytes":46,"truncated":{"reason":"rows","limit":3},\
            "execute_ms":7}
            """
                .formatted(command.questionId(), command.sql()));
  }

  @Test
  void aWholeResultSaysThatNothingWasCut() throws Exception {
    Streamed stream = caller.start(SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);

    gateway.columns(command, ONE);
    gateway.end(command, 0, 0, null);

    assertThat(stream.body()).endsWith("\"truncated\":null,\"execute_ms\":7}\n");
  }

  @Test
  void csvBringsQuotedNamesAndItsEndInTrailers() throws Exception {
    List<ResultColumn> columns =
        List.of(
            new ResultColumn("id", ColumnType.INTEGER),
            new ResultColumn("a \"b\", c", ColumnType.TEXT),
            new ResultColumn("", ColumnType.TEXT));
    try (Socket socket = caller.ask("/api/v1/query/stream", CSV)) {
      ExecuteCommand command = gateway.await(ExecuteCommand.class);
      gateway.columns(command, columns);
      gateway.rows(command, 0, 1, "1,x,y\r\n");
      gateway.end(command, 1, 7, new Truncation("bytes", 7));
      String answer = untilEnd(socket);

      assertThat(command.encoding()).isEqualTo(RowEncoding.CSV);
      assertThat(answer)
          .containsIgnoringCase("Content-Type: text/csv")
          .containsIgnoringCase(
              "Content-Disposition: attachment; filename=\"" + command.questionId() + ".csv\"")
          .containsIgnoringCase("Trailer: Custard-Row-Count, Custard-Truncated")
          .contains("id,\"a \"\"b\"\", c\",\"\"\r\n")
          .contains("1,x,y\r\n")
          .endsWith("\r\n0\r\nCustard-Row-Count: 1\r\nCustard-Truncated: bytes 7\r\n\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, csv",
    "application/x-ndjson, ndjson",
    "'text/csv;q=0.5, application/x-ndjson', ndjson",
    "*/*, ndjson"
  })
  void theFormIsWhatTheCallerAccepts(String accept, String encoding) throws Exception {
    Streamed stream = caller.start(SELECT, "Accept", accept);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.fail(command, "SQL_EXECUTION_FAILED");

    assertThat(command.encoding().wire()).isEqualTo(encoding);
    assertThat(stream.problem()).isEqualTo("SQL_EXECUTION_FAILED");
  }

  @Test
  void otherFormsAreNotAcceptable() throws Exception {
    Streamed stream = caller.start(SELECT, "Accept", "image/png");

    assertThat(stream.status()).isEqualTo(406);
    assertThat(stream.problem()).isEqualTo("REQUEST_NOT_ACCEPTABLE");
  }

  @Test
  void whatFailsBeforeTheColumnsIsAnOrdinaryProblem() throws Exception {
    Streamed refused = caller.start(Map.of("sql", "delete from t"));
    Streamed wrong = caller.start(Map.of("sql", "select 1", "timeout_seconds", 3_601));
    Streamed stream = caller.start(CSV);
    gateway.fail(gateway.await(ExecuteCommand.class), "AGENT_BUSY");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.problem()).isEqualTo("SQL_NOT_READ_ONLY");
    assertThat(wrong.problem()).isEqualTo("REQUEST_INVALID");
    assertThat(stream.status()).isEqualTo(503);
    assertThat(stream.problem()).isEqualTo("AGENT_BUSY");
  }

  @Test
  void aFailureAfterTheFirstRowIsTheLastLine() throws Exception {
    Streamed stream = caller.start(SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);
    gateway.rows(command, 0, 1, "[1]\n");
    gateway.fail(command, "AGENT_DATABASE_UNAVAILABLE");

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.body())
        .endsWith(
            """
            [1]
            {"type":"error","code":"AGENT_DATABASE_UNAVAILABLE","detail":"said"}
            """);
  }

  @Test
  void aFailureAfterTheFirstRowOfCsvBreaksTheConnection() throws Exception {
    Streamed stream = caller.start(CSV);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);
    gateway.rows(command, 0, 1, "1\r\n");
    gateway.fail(command, "AGENT_DATABASE_UNAVAILABLE");

    assertThatThrownBy(stream::body).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 4", "1, 2, 1, 4", "1, 1, 2, 4", "1, 1, 1, 5"})
  void whatDoesNotAddUpIsAnErrorAndStopsTheAgent(int chunk, int rows, long allRows, long bytes)
      throws Exception {
    Streamed stream = caller.start(SELECT);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);
    gateway.rows(command, 0, 0, "");
    gateway.rows(command, chunk, rows, "[1]\n");
    gateway.end(command, allRows, bytes, null);

    assertThat(stream.body()).contains("\"type\":\"error\",\"code\":\"AGENT_LINK_LOST\"");
    assertThat(gateway.await(CancelCommand.class).queryId()).isEqualTo(command.queryId());
  }

  @Test
  void anotherAgentBeginsAnewWhileNothingWasDelivered() throws Exception {
    LinkId other = gateway.linkStreaming(connection, "b");
    Streamed stream = caller.start(SELECT);
    ExecuteCommand lost = gateway.await(ExecuteCommand.class);
    gateway.fail(lost, "AGENT_LINK_LOST");
    ExecuteCommand again = gateway.await(ExecuteCommand.class);
    gateway.columns(again, ONE);
    gateway.rows(again, 0, 1, "[1]\n");
    gateway.fail(again, "AGENT_LINK_LOST");

    assertThat(List.of(lost.target().linkId(), again.target().linkId()))
        .containsExactlyInAnyOrder(link, other);
    assertThat(stream.body()).contains("[1]\n{\"type\":\"error\",\"code\":\"AGENT_LINK_LOST\"");
  }

  @Test
  void theDeadlineEndsAStreamThatHasBegun() throws Exception {
    Streamed stream = caller.start(Map.of("sql", "select 1", "timeout_seconds", 1));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);

    assertThat(stream.body()).contains("\"code\":\"QUERY_DEADLINE_EXCEEDED\"");
    assertThat(gateway.await(CancelCommand.class).queryId()).isEqualTo(command.queryId());
  }

  private static String untilEnd(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] part = new byte[4096];
    while (!answer.toString().contains("\r\n0\r\n") || !answer.toString().endsWith("\r\n\r\n")) {
      int read = socket.getInputStream().read(part);
      if (read < 0) {
        break;
      }
      answer.append(new String(part, 0, read, StandardCharsets.UTF_8));
    }
    return answer.toString();
  }
}

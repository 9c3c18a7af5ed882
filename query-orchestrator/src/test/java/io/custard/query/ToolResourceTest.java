package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tools in the hands of a person: at once, under their own rights. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class ToolResourceTest extends ToolFixture {
  private static final Path GOLDEN = Path.of("src/test/resources/tools.json");
  private static final List<ResultColumn> FIGURES =
      List.of("all_rows", "filled_rows", "distinct_values", "least_value", "greatest_value")
          .stream()
          .map(name -> new ResultColumn(name, ColumnType.INTEGER))
          .toList();

  /** Run with -Dcustard.regenerate=true to write it anew. */
  @Test
  void theListWithItsSchemasIsTheOneThatIsCheckedIn() throws IOException {
    JsonNode given =
        json.readTree(given().auth().oauth2(token).get("/api/v1/tools").body().asString());
    String pretty = json.writerWithDefaultPrettyPrinter().writeValueAsString(given) + "\n";
    if (Boolean.getBoolean("custard.regenerate")) {
      Files.writeString(GOLDEN, pretty);
    }

    assertThat(GOLDEN).as("run with -Dcustard.regenerate=true").content().isEqualTo(pretty);
  }

  @Test
  void onlyWhatTheCallerMayUseIsListed() throws Exception {
    String viewer = TestingTokens.valid(UUID.randomUUID(), organisation, "viewer");
    String analyst = TestingTokens.valid(UUID.randomUUID(), organisation, "analyst");

    assertThat(names(token)).hasSize(7).contains("run_sql");
    assertThat(names(analyst)).contains("run_sql");
    assertThat(names(viewer)).contains("ask", "sample_rows").doesNotContain("run_sql");
    assertThat(names(apiToken("ask"))).contains("ask").doesNotContain("run_sql");
    assertThat(names(apiToken("ask", "sql"))).contains("run_sql");
    assertThat(given().get("/api/v1/tools").statusCode()).isEqualTo(401);
    assertThat(code(given().auth().oauth2(apiToken("sql")).get("/api/v1/tools")))
        .isEqualTo("AUTH_SCOPE_MISSING");
  }

  @Test
  void connectionsTablesAndColumnsAreTold() {
    Response connections = tool(token, "list_connections", Map.of("search", "TES"));
    Response tables = tool(token, "list_tables", Map.of("search", "bird"));
    Response columns = tool(token, "list_columns", Map.of("table", HOSTILE));

    assertThat(connections.<String>path("result.items[0].id")).isEqualTo(connection.toString());
    assertThat(connections.<String>path("result.items[0].level")).isEqualTo("manage");
    assertThat(tables.<List<String>>path("result.items.name")).containsExactly("parrots");
    assertThat(columns.<List<String>>path("result.columns.name"))
        .containsExactly("feather_id", "parrot_id");
    assertThat(columns.<List<String>>path("result.primary_key")).containsExactly("feather_id");
    assertThat(columns.<String>path("result.foreign_keys[0].referenced_table"))
        .isEqualTo("parrots");
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void aPersonSeesRowsAtOnce() throws Exception {
    CompletableFuture<Response> asked =
        later(token, "sample_rows", Map.of("table", "PARROTS", "rows", 3));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.answer(command, ONE, 2, "[1.50],[2]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().asString()).contains("\"rows\":[[1.50],[2]]");
    assertThat(command.sql()).isEqualTo("SELECT * FROM \"public\".\"parrots\" LIMIT 3");
    assertThat(command.limits().maxRows()).isEqualTo(3);
    assertThat(command.questionId().toString()).isEqualTo(answer.path("id"));
  }

  @Test
  void aNameCannotLeaveItsQuotes() throws Exception {
    CompletableFuture<Response> asked = later(token, "sample_rows", Map.of("table", HOSTILE));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.answer(command, ONE, 1, "[1]");

    assertThat(asked.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(command.sql()).contains("\"fea\"\"thers`]; DROP TABLE parrots; --\"");
  }

  @Test
  void namesThatTheSchemaDoesNotHaveNeverReachADatabase() {
    String injected = "parrots; select 1 --";

    assertThat(code(tool(token, "sample_rows", Map.of("table", injected))))
        .isEqualTo("SQL_NAMES_UNKNOWN");
    assertThat(code(tool(token, "profile", Map.of("table", "parrots", "column", "weight) --"))))
        .isEqualTo("SQL_NAMES_UNKNOWN");
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void ownSqlRunsUnderTheGuard() throws Exception {
    CompletableFuture<Response> asked = later(token, "run_sql", Map.of("sql", "select 1 -- x"));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1]");

    assertThat(asked.get(10, TimeUnit.SECONDS).<String>path("result.sql")).isEqualTo("select 1");
    assertThat(code(tool(token, "run_sql", Map.of("sql", "drop table parrots"))))
        .isEqualTo("SQL_NOT_READ_ONLY");
  }

  @Test
  void aColumnIsProfiledByTwoStatements() throws Exception {
    CompletableFuture<Response> asked =
        later(token, "profile", Map.of("table", "parrots", "column", "weight"));
    ExecuteCommand figures = gateway.await(ExecuteCommand.class);
    gateway.answer(figures, FIGURES, 1, "[10,8,3,1.50,900719925474099312]");
    ExecuteCommand top = gateway.await(ExecuteCommand.class);
    gateway.answer(
        top, List.of(FIGURES.get(0), FIGURES.get(1)), 2, "[\"it's \\\"big\\\"\",5],[2,3]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.body().asString())
        .contains(
            "\"count\":10,\"nulls\":2,\"distinct\":3,\"min\":1.50,\"max\":900719925474099312",
            "\"top\":[{\"value\":\"it's \\\"big\\\"\",\"count\":5},{\"value\":2,\"count\":3}]");
    assertThat(figures.sql()).contains("COUNT(DISTINCT \"weight\")");
    assertThat(top.sql()).contains("GROUP BY \"weight\"").contains("LIMIT 5");
  }

  @Test
  void figuresThatAreNoneAreTheAgentsFault() throws Exception {
    CompletableFuture<Response> asked =
        later(token, "profile", Map.of("table", "parrots", "column", "weight"));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[10]");
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[10]");

    assertThat(code(asked.get(10, TimeUnit.SECONDS))).isEqualTo("AGENT_REPLY_INVALID");
  }

  @Test
  void aQuestionIsAnsweredAsEverywhere() throws Exception {
    CompletableFuture<Response> asked =
        later(token, "ask", Map.of("question", "How many parrots are there?"));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1234]");

    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.<String>path("result.answer")).contains("1,234");
    assertThat(answer.<String>path("result.model")).isEqualTo("built-in");
  }

  @Test
  void whatIsWrongIsListedFieldByField() {
    Response answer =
        tool(token, "sample_rows", Map.of("table", "parrots", "rows", 11, "connection_id", "x"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.<String>path("code")).isEqualTo("REQUEST_INVALID");
    assertThat(answer.<List<String>>path("violations.field")).containsExactly("connection_id");
    assertThat(
            tool(token, "sample_rows", Map.of("table", "parrots", "rows", 11))
                .<List<String>>path("violations.field"))
        .containsExactly("rows");
    assertThat(code(tool(token, "drop_everything", Map.of()))).isEqualTo("TOOL_NOT_FOUND");
    assertThat(code(call(token, Map.of("tool", "ask"), null))).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void nobodyClaimsConsentInTheBody() {
    Map<String, Object> arguments =
        Map.of("connection_id", connection.toString(), "sql", "select 1");

    for (String flag : List.of("approved", "approval", "confirm", "Custard-Approval")) {
      assertThat(
              code(
                  call(token, Map.of("tool", "run_sql", "arguments", arguments, flag, true), null)))
          .isEqualTo("REQUEST_INVALID");
      assertThat(code(tool(token, "run_sql", Map.of("sql", "select 1", flag, true))))
          .isEqualTo("REQUEST_INVALID");
    }
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void anotherOrganisationFindsNothing() {
    String stranger = TestingTokens.owner(UUID.randomUUID(), UUID.randomUUID());

    assertThat(tool(stranger, "list_connections", Map.of()).<List<Object>>path("result.items"))
        .isEmpty();
    assertThat(code(tool(stranger, "list_tables", Map.of()))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(tool(stranger, "list_columns", Map.of("table", "parrots"))))
        .isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(tool(stranger, "run_sql", Map.of("sql", "select 1"))))
        .isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(tool(stranger, "sample_rows", Map.of("table", "parrots"))))
        .isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void aViewerRunsNoSqlOfTheirOwn() {
    String viewer = TestingTokens.valid(UUID.randomUUID(), organisation, "viewer");

    assertThat(code(tool(viewer, "run_sql", Map.of("sql", "select 1"))))
        .isEqualTo("AUTH_FORBIDDEN");
    assertThat(tool(viewer, "list_tables", Map.of()).statusCode()).isEqualTo(200);
  }
}

package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class SuggestionTest extends QueryFixture {
  private static final List<ResultColumn> TWO =
      List.of(new ResultColumn("name", ColumnType.TEXT), new ResultColumn("n", ColumnType.INTEGER));

  private final List<ExecuteCommand> ran = new ArrayList<>();

  @Test
  void threeQuestionsOfDifferentKindsAreSuggestedAndEachOfThemRan() throws Exception {
    shop();

    Response suggested = suggested(sql -> true);

    assertThat(questions(suggested))
        .containsExactly(
            "How many customers are there?",
            "How many orders are there by status?",
            "Which 5 customers have the most orders?");
    assertThat(suggested.jsonPath().getList("items.kind"))
        .containsExactly("count", "grouping", "top");
    assertThat(ran).hasSize(3);
    assertThat(ran)
        .allSatisfy(command -> {
          assertThat(command.purpose()).isEqualTo(Execute.RESULT);
          assertThat(command.limits().timeoutMillis()).isEqualTo(5_000);
          assertThat(command.limits().maxRows()).isLessThanOrEqualTo(20);
        });
    assertThat(questions(suggest(token))).hasSize(3);
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void whatHasNoRowsIsNotSuggestedAndNotMoreThanSixAreTried() throws Exception {
    shop();

    Response suggested = suggested(sql -> sql.contains("status"));

    assertThat(questions(suggested)).isNotEmpty().allMatch(question -> question.contains("status"));
    assertThat(ran).hasSizeBetween(3, 6);
  }

  @Test
  void whereNothingWorksNothingIsSuggestedAndItIsTriedAgain() throws Exception {
    assertThat(questions(suggest(token))).isEmpty();
    shop();
    Response refused = suggested(sql -> false);

    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(questions(refused)).isEmpty();
    assertThat(questions(suggested(sql -> true))).hasSize(3);
  }

  @Test
  void onlyWhoMayAskTheConnectionIsToldAnything() {
    String elsewhere = TestingTokens.owner(user, UUID.randomUUID());

    assertThat(code(suggest(elsewhere))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(given().get("/api/v1/query/suggestions").statusCode()).isEqualTo(401);
    assertThat(given().auth().oauth2(token).get("/api/v1/query/suggestions").statusCode())
        .isEqualTo(400);
  }

  /** Answers what is run meanwhile: with rows where it works, else without any. */
  private Response suggested(Predicate<String> works) throws Exception {
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(() -> suggest(token), Thread::startVirtualThread);
    while (!asked.isDone()) {
      Optional<ExecuteCommand> next = gateway.poll(ExecuteCommand.class, Duration.ofMillis(200));
      if (next.isPresent()) {
        ran.add(next.get());
        boolean rows = works.test(next.get().sql());
        gateway.answer(next.get(), TWO, rows ? 1 : 0, rows ? "[\"a\",3]" : "");
      }
    }
    return asked.get(1, TimeUnit.SECONDS);
  }

  private void shop() throws Exception {
    gateway.link(connection);
    publishSchema(
        texts("customers", List.of("customer_id", "name", "country")),
        texts(
            "orders",
            List.of("order_id", "customer_id", "status"),
            new ForeignKey(List.of("customer_id"), "public", "customers", List.of("customer_id"))));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            !"QUERY_SCHEMA_UNKNOWN"
                .equals(code(ask(Map.of("question", "why?", "model", "built-in")))));
  }

  /** A table whose ids are integers and all else texts. */
  private static TableDescription texts(String name, List<String> columns, ForeignKey... keys) {
    TableDescription numbers = table(name, null, columns, keys);
    List<Column> typed =
        Stream.concat(
                numbers.columns().stream().filter(column -> column.name().endsWith("_id")),
                numbers.columns().stream()
                    .filter(column -> !column.name().endsWith("_id"))
                    .map(column -> new Column(column.name(), ColumnType.TEXT, "text", true, null)))
            .toList();
    return new TableDescription(
        "public",
        name,
        TableDescription.TABLE,
        null,
        10,
        typed,
        numbers.primaryKey(),
        numbers.foreignKeys());
  }

  private Response suggest(String bearer) {
    return given()
        .auth()
        .oauth2(bearer)
        .queryParam("connection_id", connection.toString())
        .get("/api/v1/query/suggestions");
  }

  private static List<String> questions(Response suggested) {
    return suggested.jsonPath().getList("items.question", String.class);
  }
}

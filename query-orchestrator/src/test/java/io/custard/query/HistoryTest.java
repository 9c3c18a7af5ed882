package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.OrganisationV1;
import io.custard.protocol.event.PersonV1;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class HistoryTest extends QueryFixture {

  /** The fixture asks until its connection is known. */
  @BeforeEach
  void forgotten() {
    await().untilAsserted(() -> assertThat(questions(history(token, ""))).isNotEmpty());
    assertThat(delete(token, "").statusCode()).isEqualTo(204);
  }

  @Test
  void whatIsAnsweredRefusedOrFailedIsInTheHistory() throws Exception {
    Response answer = answered("select 1 as one", "[987654321]");
    sql("delete from orders");
    ask(Map.of("question", "How many orders are there?", "model", "built-in"));

    Response history = whole(token, 3);

    assertThat(history.jsonPath().getList("items.outcome"))
        .containsExactlyInAnyOrder("answered", "SQL_NOT_READ_ONLY", "QUERY_SCHEMA_UNKNOWN");
    Map<String, Object> row = history.path("items.find { it.outcome == 'answered' }");
    assertThat(row)
        .containsEntry("id", answer.path("id"))
        .containsEntry("connection_id", connection.toString())
        .containsEntry("kind", "sql")
        .containsEntry("sql", "select 1 as one")
        .containsEntry("row_count", 1)
        .containsEntry("truncated", false)
        .containsEntry("execute_ms", 7)
        .doesNotContainKeys("question", "model", "prompt_tokens");
    assertThat((String) history.path("items.find { it.kind == 'question' }.question"))
        .isEqualTo("How many orders are there?");
    assertThat(history.asString()).doesNotContain("987654321");
    Response one = get(token, "/" + answer.path("id"));
    assertThat(one.path("sql").toString()).isEqualTo("select 1 as one");
  }

  @Test
  void aStreamIsInTheHistoryToo() throws Exception {
    gateway.linkStreaming(connection, "a");
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(
            () ->
                given()
                    .auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(Map.of("connection_id", connection.toString(), "sql", "select 2"))
                    .post("/api/v1/query/stream"),
            Thread::startVirtualThread);
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.columns(command, ONE);
    gateway.rows(command, 0, 1, "[2]\n");
    gateway.end(command, 1, 4, null);
    asked.get(10, TimeUnit.SECONDS);

    Response history = whole(token, 1);

    assertThat(history.jsonPath().getList("items.sql")).containsExactly("select 2");
    assertThat(history.jsonPath().getList("items.outcome")).containsExactly("answered");
  }

  @Test
  void nobodySeesOrDeletesAnothersHistory() {
    sql("delete from mine");
    String id = whole(token, 1).path("items[0].id");
    String colleague = TestingTokens.owner(UUID.randomUUID(), organisation);
    String elsewhere = TestingTokens.owner(user, UUID.randomUUID());

    for (String other : List.of(colleague, elsewhere)) {
      assertThat(questions(history(other, ""))).isEmpty();
      assertThat(questions(history(other, "?q=mine"))).isEmpty();
      assertThat(code(get(other, "/" + id))).isEqualTo("HISTORY_NOT_FOUND");
      assertThat(code(delete(other, "/" + id))).isEqualTo("HISTORY_NOT_FOUND");
      assertThat(delete(other, "").statusCode()).isEqualTo(204);
    }
    assertThat(get(token, "/" + id).statusCode()).isEqualTo(200);
    assertThat(delete(token, "/" + id).statusCode()).isEqualTo(204);
    assertThat(code(get(token, "/" + id))).isEqualTo("HISTORY_NOT_FOUND");
  }

  @Test
  void wordsAreFoundInQuestionsAndSqlAtTheirBeginnings() {
    sql("delete from orders where orders.total_amount > 7 -- Crème");
    ask(Map.of("question", "How many Überstunden did we have?"));
    whole(token, 2);

    for (String found :
        List.of("orders", "ORD", "amount", "total_am", "orders.total", "7", "crème")) {
      assertThat(searched(found)).as(found).hasSize(1);
    }
    assertThat(searched("überst")).hasSize(1);
    assertThat(searched("how many we")).hasSize(1);
    assertThat(searched("orders überst")).isEmpty();
    assertThat(searched("mount")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "') or true --",
        "' | 'orders' | 'nothing",
        "orders' & !'x",
        "%",
        "_",
        "\\",
        "a:*b & | ! ( <->",
        "$1",
        "x\0y",
        "“x”",
        "'; drop table query.history; --"
      })
  void whatIsLookedForIsNeverPartOfAStatement(String hostile) {
    sql("delete from secret_orders");
    whole(token, 1);

    Response found = given().auth().oauth2(token).queryParam("q", hostile).get("/api/v1/history");

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(questions(found).size()).isEqualTo(hostile.equals("_") ? 1 : 0);
  }

  @Test
  void itIsReadPageByPageAndByWhatItIsAbout() {
    for (int i = 0; i < 5; i++) {
      sql("delete from t" + i);
    }
    whole(token, 5);

    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      Response page = history(token, "?limit=2" + cursor);
      read.addAll(page.jsonPath().getList("items.id", String.class));
      String next = page.path("next_cursor");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);

    assertThat(read).hasSize(5).doesNotHaveDuplicates();
    assertThat(questions(history(token, "?outcome=failed"))).hasSize(5);
    assertThat(questions(history(token, "?outcome=answered"))).isEmpty();
    assertThat(questions(history(token, "?connection_id=" + connection))).hasSize(5);
    assertThat(questions(history(token, "?connection_id=" + UUID.randomUUID()))).isEmpty();
    assertThat(questions(history(token, "?to=2020-01-01T00:00:00Z"))).isEmpty();
    assertThat(questions(history(token, "?from=2020-01-01T00:00:00Z"))).hasSize(5);
    for (String wrong :
        List.of("limit=0", "limit=201", "cursor=x", "from=today", "outcome=a%20b")) {
      assertThat(code(history(token, "?" + wrong))).as(wrong).isEqualTo("REQUEST_INVALID");
    }
  }

  @Test
  void anApiTokenThatMayAskReadsTheHistoryAndDeletesNothing() throws Exception {
    String asks = apiToken("ask");
    String other = apiToken("connections:read");
    sql("delete from orders");

    assertThat(questions(whole(asks, 1))).hasSize(1);
    assertThat(code(delete(asks, ""))).isEqualTo("AUTH_SESSION_NEEDED");
    assertThat(code(history(other, ""))).isEqualTo("AUTH_SCOPE_MISSING");
  }

  @Test
  void itGoesWithTheOrganisationAndWithThePerson() throws Exception {
    UUID another = UUID.randomUUID();
    String colleague = TestingTokens.owner(another, organisation);
    sql("delete from orders");
    post(colleague, Map.of("connection_id", connection.toString(), "sql", "delete from orders"));
    whole(token, 1);
    whole(colleague, 1);

    tell(new PersonV1(UserId.of(another), 1, "", null, false, null, true));
    await().untilAsserted(() -> assertThat(rows("user_id", another)).isZero());
    assertThat(rows("organisation_id", organisation)).isEqualTo(1);

    tell(new OrganisationV1(OrganisationId.of(organisation), 1, "gone", true));
    await().untilAsserted(() -> assertThat(rows("organisation_id", organisation)).isZero());
  }

  private Response answered(String sql, String row) throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked = later(Map.of("sql", sql));
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, row);
    return asked.get(10, TimeUnit.SECONDS);
  }

  private List<Object> searched(String words) {
    return questions(given().auth().oauth2(token).queryParam("q", words).get("/api/v1/history"));
  }

  /** The history once so much of it is written. */
  private Response whole(String bearer, int rows) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(questions(history(bearer, ""))).hasSize(rows));
    return history(bearer, "");
  }

  private static List<Object> questions(Response page) {
    assertThat(page.statusCode()).isEqualTo(200);
    return page.jsonPath().getList("items");
  }

  private static Response history(String bearer, String query) {
    return given().auth().oauth2(bearer).get("/api/v1/history" + query);
  }

  private static Response get(String bearer, String path) {
    return given().auth().oauth2(bearer).get("/api/v1/history" + path);
  }

  private static Response delete(String bearer, String path) {
    return given().auth().oauth2(bearer).delete("/api/v1/history" + path);
  }

  private long rows(String column, UUID id) {
    return pool.preparedQuery("select count(*) from query.history where " + column + " = $1")
        .execute(Tuple.of(id))
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getLong(0);
  }

  @Inject Pool pool;
}

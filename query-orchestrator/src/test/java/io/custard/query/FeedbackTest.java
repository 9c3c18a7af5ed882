package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class FeedbackTest extends QueryFixture {
  @Test
  void administratorsSeeWhatWasSaidWithTheAnswersSql() throws Exception {
    String answer = answered();

    Response given = say(token, answer, "down", "wrong_numbers", "Twice as many, I'd say.");

    assertThat(given.statusCode()).isEqualTo(204);
    Map<String, Object> row = list(token, "").path("items[0]");
    assertThat(row)
        .containsEntry("query_id", answer)
        .containsEntry("user_id", user.toString())
        .containsEntry("rating", "down")
        .containsEntry("reason", "wrong_numbers")
        .containsEntry("comment", "Twice as many, I'd say.")
        .containsEntry("connection_id", connection.toString())
        .containsEntry("sql", "select 1 as one");
  }

  @Test
  void anotherWordTakesThePlaceOfTheFirstAndItCanBeTakenBack() throws Exception {
    String answer = answered();

    say(token, answer, "down", "too_slow", "x");
    say(token, answer, "up", null, null);

    assertThat(list(token, "").jsonPath().getList("items.rating")).containsExactly("up");
    assertThat(takeBack(token, answer).statusCode()).isEqualTo(204);
    assertThat(list(token, "").jsonPath().getList("items")).isEmpty();
    assertThat(code(takeBack(token, answer))).isEqualTo("FEEDBACK_NOT_FOUND");
  }

  @Test
  void onlyAnswersOfOnesOwnAreJudged() throws Exception {
    String answer = answered();
    String colleague = TestingTokens.owner(UUID.randomUUID(), organisation);
    String elsewhere = TestingTokens.owner(user, UUID.randomUUID());

    assertThat(code(say(colleague, answer, "up", null, null))).isEqualTo("HISTORY_NOT_FOUND");
    assertThat(code(say(elsewhere, answer, "up", null, null))).isEqualTo("HISTORY_NOT_FOUND");
    say(token, answer, "up", null, null);

    assertThat(code(takeBack(colleague, answer))).isEqualTo("FEEDBACK_NOT_FOUND");
    assertThat(code(takeBack(elsewhere, answer))).isEqualTo("FEEDBACK_NOT_FOUND");
    assertThat(list(colleague, "").jsonPath().getList("items")).hasSize(1);
    assertThat(list(elsewhere, "").jsonPath().getList("items")).isEmpty();
    assertThat((int) summary(elsewhere, "").path("all.up")).isZero();
    String viewer = TestingTokens.valid(user, organisation, "viewer");
    assertThat(code(list(viewer, ""))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(summary(viewer, ""))).isEqualTo("AUTH_FORBIDDEN");
  }

  @Test
  void whatIsOutOfBoundsIsRefused() throws Exception {
    String answer = answered();

    assertThat(say(token, answer, "sideways", null, null).statusCode()).isEqualTo(400);
    assertThat(say(token, answer, "down", "because", null).statusCode()).isEqualTo(400);
    assertThat(say(token, answer, "down", null, "x".repeat(1_001)).statusCode()).isEqualTo(400);
    assertThat(code(list(token, "?rating=odd"))).isEqualTo("REQUEST_INVALID");
    assertThat(code(list(token, "?connection_id=1"))).isEqualTo("REQUEST_INVALID");
    assertThat(code(summary(token, "?from=' or 1=1"))).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void theSummaryCountsByReasonModelConnectionAndWeek() throws Exception {
    say(token, answered(), "down", "wrong_numbers", null);
    say(token, answered(), "down", "wrong_numbers", null);
    say(token, answered(), "up", null, null);
    String colleague = TestingTokens.owner(UUID.randomUUID(), organisation);
    say(colleague, answered(colleague), "up", null, null);

    Response summary = summary(token, "");

    assertThat((int) summary.path("all.up")).isEqualTo(2);
    assertThat((int) summary.path("all.down")).isEqualTo(2);
    assertThat((float) summary.path("all.share_up")).isEqualTo(0.5f);
    assertThat((int) summary.path("by_reason.find { it.name == 'wrong_numbers' }.down"))
        .isEqualTo(2);
    assertThat(summary.jsonPath().getList("by_model.name")).containsExactly("sql");
    assertThat(summary.jsonPath().getList("by_connection.name"))
        .containsExactly(connection.toString());
    assertThat(summary.jsonPath().getList("by_week")).hasSize(1);
    assertThat((int) summary(token, "?connection_id=" + ConnectionId.random()).path("all.up"))
        .isZero();
    assertThat((int) summary(token, "?to=2020-01-01T00:00:00Z").path("all.up")).isZero();
    assertThat(list(token, "?rating=up").jsonPath().getList("items")).hasSize(2);
    Response first = list(token, "?limit=3");
    assertThat(
            list(token, "?limit=3&cursor=" + first.path("next_cursor")).jsonPath().getList("items"))
        .hasSize(1);
  }

  private String answered() throws Exception {
    return answered(token);
  }

  private String answered(String bearer) throws Exception {
    gateway.link(connection);
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(
            () ->
                post(
                    bearer,
                    Map.of("connection_id", connection.toString(), "sql", "select 1 as one")),
            Thread::startVirtualThread);
    gateway.answer(gateway.await(ExecuteCommand.class), ONE, 1, "[1]");
    return asked.get(10, TimeUnit.SECONDS).path("id");
  }

  private static Response say(
      String bearer, String answer, String rating, String reason, String comment) {
    Map<String, Object> body = new HashMap<>(Map.of("query_id", answer, "rating", rating));
    body.put("reason", reason);
    body.put("comment", comment);
    return given()
        .auth()
        .oauth2(bearer)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/feedback");
  }

  private static Response takeBack(String bearer, String answer) {
    return given().auth().oauth2(bearer).delete("/api/v1/feedback/" + answer);
  }

  private static Response list(String bearer, String query) {
    return given().auth().oauth2(bearer).get("/api/v1/feedback" + query);
  }

  private static Response summary(String bearer, String query) {
    return given().auth().oauth2(bearer).get("/api/v1/feedback/summary" + query);
  }
}

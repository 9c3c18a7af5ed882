package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody is linked here: what is judged is not run. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class StatementValidationTest extends QueryFixture {
  @Test
  void aReadIsAcceptedInTheFormThatWouldBeSent() {
    Response answer = validate("select 1 -- one");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getBoolean("accepted")).isTrue();
    assertThat(answer.jsonPath().getString("sql")).startsWith("select 1").doesNotContain("--");
    assertThat((Object) answer.path("code")).isNull();
    assertThat(answer.jsonPath().getBoolean("schema_known")).isFalse();
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void aRefusalIsAnAnswerWithItsPlace() {
    Response answer = validate("select 1\n  from t; delete from t");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.jsonPath().getBoolean("accepted")).isFalse();
    assertThat(code(answer)).isEqualTo("SQL_MULTIPLE_STATEMENTS");
    assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    assertThat(answer.jsonPath().getInt("line")).isEqualTo(2);
    assertThat(answer.jsonPath().getInt("column")).isEqualTo(9);
    assertThat((Object) answer.path("sql")).isNull();
  }

  @Test
  void wrongNamesAndMisleadingJoinsAreToldAndNotRefused() throws Exception {
    publishSchema(
        table("parrots", null, List.of("parrot_id", "weight")),
        table(
            "feathers",
            null,
            List.of("feather_id", "parrot_id"),
            new ForeignKey(List.of("parrot_id"), "public", "parrots", List.of("parrot_id"))));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> validate("select 1").jsonPath().getBoolean("schema_known"));

    Response wrong = validate("select wieght from parrots");
    Response misleading =
        validate(
            "select sum(p.weight) from parrots p join feathers f on f.parrot_id = p.parrot_id");

    assertThat(wrong.jsonPath().getBoolean("accepted")).isTrue();
    assertThat(wrong.jsonPath().getList("tables")).hasSize(1);
    assertThat(wrong.jsonPath().getString("problems[0].kind")).isEqualTo("unknown_column");
    assertThat(wrong.jsonPath().getList("problems[0].suggestions")).contains("weight");
    assertThat(wrong.jsonPath().getInt("problems[0].line")).isEqualTo(1);
    assertThat(wrong.jsonPath().getInt("problems[0].column")).isEqualTo(8);
    assertThat(misleading.jsonPath().getList("problems")).isEmpty();
    assertThat(misleading.jsonPath().getList("cautions.kind")).contains("fan_out");
  }

  @Test
  void theStatementOfAForeignConnectionIsNotJudged() {
    String stranger = TestingTokens.owner(UUID.randomUUID(), UUID.randomUUID());
    String viewer = TestingTokens.valid(UUID.randomUUID(), organisation, "viewer");

    Response foreign = validate(stranger, connection, "select 1");
    Response asker = validate(viewer, connection, "select 1");

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(code(foreign)).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(asker.statusCode()).isEqualTo(403);
    assertThat(code(asker)).isEqualTo("AUTH_FORBIDDEN");
  }

  private Response validate(String sql) {
    return validate(token, connection, sql);
  }

  private static Response validate(String bearer, ConnectionId of, String sql) {
    return given()
        .header("Authorization", "Bearer " + bearer)
        .contentType("application/json")
        .body(Map.of("connection_id", of.toString(), "sql", sql))
        .post("/api/v1/query/validate");
  }
}

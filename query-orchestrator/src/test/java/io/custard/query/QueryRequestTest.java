package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class QueryRequestTest extends QueryFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"connection_id\":\"0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001\"}",
        "{\"connection_id\":\"0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001\",\"sql\":\"x\",\"question\":\"y\"}",
        "{\"connection_id\":\"0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001\",\"sql\":\"x\",\"max_rows\":0}",
        "{\"connection_id\":\"not an id\",\"sql\":\"x\"}",
        "[]",
        "nonsense",
        "null"
      })
  void aWrongBodyIsAProblem(String body) {
    Response answer =
        given()
            .header("Authorization", "Bearer " + token)
            .contentType("application/json")
            .body(body)
            .post("/api/v1/query");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void aMegabyteIsTooLarge() {
    Response answer = ask(Map.of("question", "x".repeat(1_000_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(code(answer)).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void tokensThatAreNotOursAreRefused() {

    for (String bad :
        List.of(
            TestingTokens.expired(user, organisation),
            TestingTokens.wrongIssuer(user, organisation),
            TestingTokens.wrongAudience(user, organisation),
            TestingTokens.otherKey(user, organisation),
            "nonsense")) {
      Response answer =
          post(bad, Map.of("connection_id", connection.toString(), "sql", "select 1"));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(code(answer)).startsWith("AUTH_");
    }
  }
}

package io.custard.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the module {@code problem} makes of requests that no resource ever sees. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class ProblemAnswersTest {
  private static final String LOG_IN = "/api/v1/auth/login";

  @TestHTTPResource(LOG_IN)
  URI logIn;

  @Test
  void unknownAddressIsAProblem() {
    isProblem(given().get("/nothing/here").then(), 404, "REQUEST_NOT_FOUND");
  }

  @Test
  void wrongMethodIsAProblem() {
    isProblem(given().get(LOG_IN).then(), 405, "REQUEST_METHOD_NOT_ALLOWED");
  }

  @Test
  void wrongMediaTypeIsAProblem() {
    isProblem(
        given().contentType(ContentType.TEXT).body("x").post(LOG_IN).then(),
        415,
        "REQUEST_MEDIA_TYPE");
  }

  @Test
  void unacceptableFormIsAProblem() {
    isProblem(
        given().contentType(ContentType.JSON).accept("text/csv").body("{}").post(LOG_IN).then(),
        406,
        "REQUEST_NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"email\":", "[1]", "\"text\"", "null", "", "{\"email\":{\"a\":1}}"})
  void bodyThatIsNotTheExpectedJsonIsAProblem(String body) {
    isProblem(
        given().contentType(ContentType.JSON).body(body).post(LOG_IN).then(),
        400,
        "REQUEST_INVALID");
  }

  @Test
  void fieldOfTheWrongTypeIsNamed() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"email\":\"a@b.c\",\"password\":[1]}")
        .post(LOG_IN)
        .then()
        .body("violations.field", hasItem("password"));
  }

  @Test
  void absentDatabaseIsAProblemThatSaysToTryAgain() {
    isProblem(given().get("/testing/away").then(), 503, "UPSTREAM_UNAVAILABLE");
  }

  @Test
  void faultOfOursSaysNothingOfItself() {
    String answer = given().get("/testing/fault").then().statusCode(500).extract().asString();

    assertThat(answer)
        .contains("\"code\":\"INTERNAL_ERROR\"")
        .doesNotContain("select", "Exception");
  }

  @Test
  void oversizedBodyIsAProblem() throws Exception {
    HttpResponse<String> answer = post(BodyPublishers.ofByteArray(json(70_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"REQUEST_TOO_LARGE\"", "65536 bytes");
  }

  @Test
  void oversizedBodyWithoutALengthIsAProblem() throws Exception {
    HttpResponse<String> answer = post(chunked(json(70_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"code\":\"REQUEST_TOO_LARGE\"");
  }

  @Test
  void smallBodyWithoutALengthIsRead() throws Exception {
    HttpResponse<String> answer = post(chunked(json(100)));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"AUTH_CREDENTIALS_WRONG\"");
  }

  private static byte[] json(int passwordLength) {
    return "{\"email\":\"a@b.c\",\"password\":\"%s\"}"
        .formatted("x".repeat(passwordLength))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<String> post(BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(logIn).header("Content-Type", "application/json").POST(body).build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void isProblem(ValidatableResponse response, int status, String code) {
    response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("traceId", notNullValue());
  }
}

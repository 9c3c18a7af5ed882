package io.custard.auth.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class BearerTest {
  private static final UUID USER = UUID.randomUUID();
  private static final UUID ORGANISATION = UUID.randomUUID();

  @Test
  void missingTokenIsAsked() {
    refused(given().get("/api/v1/auth/profile").then(), "AUTH_REQUIRED");
  }

  @Test
  void expiredTokenIsRefused() {
    refused(profile(TestingTokens.expired(USER, ORGANISATION)), "AUTH_TOKEN_INVALID");
  }

  @Test
  void tokenOfAnotherKeyIsRefused() {
    refused(profile(TestingTokens.otherKey(USER, ORGANISATION)), "AUTH_TOKEN_INVALID");
  }

  @Test
  void tokenOfAnotherIssuerIsRefused() {
    refused(profile(TestingTokens.wrongIssuer(USER, ORGANISATION)), "AUTH_TOKEN_INVALID");
  }

  @Test
  void tokenForAnotherApiIsRefused() {
    refused(profile(TestingTokens.wrongAudience(USER, ORGANISATION)), "AUTH_TOKEN_INVALID");
  }

  @Test
  void unsignedTokenIsRefused() {
    String signed = TestingTokens.owner(USER, ORGANISATION);
    String unsigned = "eyJhbGciOiJub25lIn0" + signed.substring(signed.indexOf('.'));

    refused(profile(unsigned.substring(0, unsigned.lastIndexOf('.') + 1)), "AUTH_TOKEN_INVALID");
  }

  @Test
  void textThatIsNoTokenIsRefused() {
    refused(profile("garbage"), "AUTH_TOKEN_INVALID");
  }

  private static ValidatableResponse profile(String token) {
    return given().auth().oauth2(token).get("/api/v1/auth/profile").then();
  }

  private static void refused(ValidatableResponse response, String code) {
    response
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", notNullValue())
        .body("code", equalTo(code));
  }
}

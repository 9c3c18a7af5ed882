package io.custard.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.embedded.SinkMail;
import io.custard.testkit.TestingSignUp;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A person as the API knows them, from their sign-up on.
 *
 * @param signedIn the answer that let them in
 */
public record TestingAccount(String email, Response signedIn) {
  public static final String PASSWORD = TestingSignUp.PASSWORD;
  private static final Duration MAIL = Duration.ofSeconds(20);

  public static String newEmail() {
    return "ann-" + UUID.randomUUID() + "@example.com";
  }

  /** Signs up, reads the mail and follows its link. */
  public static TestingAccount open() {
    String email = newEmail();
    assertThat(signUp(email).statusCode()).isEqualTo(202);
    Response signedIn = verify(mail(email, 1).token());
    assertThat(signedIn.statusCode()).isEqualTo(200);
    return new TestingAccount(email, signedIn);
  }

  public static Response signUp(String email) {
    return post("signup", Map.of("email", email, "password", PASSWORD));
  }

  public static Response verify(String token) {
    return post("verify-email", Map.of("token", token));
  }

  public static Response logIn(String email, String password) {
    return post("login", Map.of("email", email, "password", password));
  }

  /** From another address, as our proxy would say it. */
  public static Response logInFrom(String address, String email, String password) {
    return given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/auth/login");
  }

  public static Response post(String path, Map<String, ?> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + path);
  }

  /** The last mail to this address, when so many have come. */
  public static SinkMail mail(String email, int count) {
    return TestingSignUp.mails().await(email, count, MAIL);
  }

  public SinkMail mail(int count) {
    return mail(email, count);
  }

  public Response logIn() {
    return logIn(email, PASSWORD);
  }

  public Response logInBrowser() {
    return post("login", Map.of("email", email, "password", PASSWORD, "browser", true));
  }

  public String token() {
    return signedIn.path("access_token");
  }

  public String refreshToken() {
    return signedIn.path("refresh_token");
  }

  public UUID id() {
    return UUID.fromString(signedIn.path("user.id"));
  }

  public UUID organisation() {
    return UUID.fromString(signedIn.path("organisation.id"));
  }

  /** A request with the first access token. */
  public RequestSpecification asks() {
    return asks(token());
  }

  public static RequestSpecification asks(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  public static Response refresh(String token) {
    return post("refresh", Map.of("refresh_token", token));
  }

  /** The body without what is drawn anew each time. */
  public static String comparable(Response response) {
    return response.statusCode() + response.asString().replaceAll("\"traceId\":\"\\w+\"", "");
  }

  /** Fields of a body whose values are texts. */
  public static Map<String, Object> body(Object... namesAndValues) {
    Map<String, Object> body = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return body;
  }
}

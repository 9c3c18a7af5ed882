package io.custard.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.custard.testkit.Infrastructure;
import io.custard.testkit.TestingTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class AccountResourceTest {
  private static final String PASSWORD = "correct horse battery";

  private final DataSource database;

  AccountResourceTest(DataSource database) {
    this.database = database;
  }

  @Test
  void signUpThenLogInGivesATokenTheJwksVerifies() throws Exception {
    String email = newEmail();
    Response signedUp = signUp(Map.of("email", email, "password", PASSWORD, "name", "Ann"));
    assertThat(signedUp.statusCode()).isEqualTo(201);

    Response loggedIn = logIn(email, PASSWORD);

    assertThat(loggedIn.statusCode()).isEqualTo(200);
    assertThat(loggedIn.path("token_type").toString()).isEqualTo("Bearer");
    assertThat(loggedIn.<Integer>path("expires_in")).isEqualTo(3600);
    JwtClaims claims = verifiedByJwks(loggedIn.path("access_token"));
    assertThat(claims.getSubject()).isEqualTo(signedUp.path("user.id"));
    assertThat(claims.getStringClaimValue("upn")).isEqualTo(email);
    assertThat(claims.getStringClaimValue("org")).isEqualTo(signedUp.path("organisation.id"));
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("owner");
  }

  @Test
  void emailIsTheSameInAnyCaseAndWithBlanks() {
    String email = newEmail();
    signUp(Map.of("email", "  " + email.toUpperCase(Locale.ROOT) + " ", "password", PASSWORD));

    Response loggedIn = logIn(email, PASSWORD);

    assertThat(loggedIn.statusCode()).isEqualTo(200);
    assertThat(loggedIn.path("user.email").toString()).isEqualTo(email);
  }

  @Test
  void organisationIsNamedAfterTheEmailUnlessSaid() {
    String email = newEmail();
    String localPart = email.substring(0, email.indexOf('@'));

    Response unnamed = signUp(Map.of("email", email, "password", PASSWORD));
    Response named =
        signUp(Map.of("email", newEmail(), "password", PASSWORD, "organisation", " Pudding Ltd "));

    assertThat(unnamed.path("organisation.name").toString())
        .isEqualTo(localPart + "'s organisation");
    assertThat(named.path("organisation.name").toString()).isEqualTo("Pudding Ltd");
  }

  @Test
  void unknownAccountAndWrongPasswordLookTheSame() {
    String email = newEmail();
    signUp(Map.of("email", email, "password", PASSWORD));

    Response wrongPassword = logIn(email, "not the right one");
    Response unknown = logIn(newEmail(), "not the right one");

    assertThat(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(withoutTraceId(unknown)).isEqualTo(withoutTraceId(wrongPassword));
    assertThat(unknown.path("code").toString()).isEqualTo("AUTH_CREDENTIALS_WRONG");
  }

  @Test
  void unknownAccountCostsAsMuchTimeAsAWrongPassword() {
    String email = newEmail();
    signUp(Map.of("email", email, "password", PASSWORD));
    logIn(email, "warms up both ways");

    long wrongPassword = fastestOfFive(email);
    long unknown = fastestOfFive(newEmail());

    assertThat(unknown).isGreaterThan(wrongPassword / 2);
  }

  @Test
  void takenEmailIsRefused() {
    String email = newEmail();
    signUp(Map.of("email", email, "password", PASSWORD));

    Response second = signUp(Map.of("email", email, "password", "another password"));

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.path("code").toString()).isEqualTo("AUTH_EMAIL_TAKEN");
    assertThat(logIn(email, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void twoSignUpsAtOnceMakeOneAccount() throws Exception {
    String email = newEmail();
    Map<String, String> body = Map.of("email", email, "password", PASSWORD);

    var attempts =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> signUp(body).statusCode()))
            .limit(4)
            .toList();

    assertThat(attempts.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(count("select count(*) from auth.users where email = '" + email + "'")).isOne();
  }

  @Test
  void refusedSignUpLeavesNoOrganisationBehind() throws Exception {
    String email = newEmail();
    String organisation = "Only " + UUID.randomUUID();
    signUp(Map.of("email", email, "password", PASSWORD));

    signUp(Map.of("email", email, "password", PASSWORD, "organisation", organisation));

    assertThat(count("select count(*) from auth.organisations where name = '" + organisation + "'"))
        .isZero();
  }

  @Test
  void passwordIsStoredOnlyAsArgon2id() throws Exception {
    String email = newEmail();

    signUp(Map.of("email", email, "password", PASSWORD));

    assertThat(
            count(
                "select count(*) from auth.users where email = '"
                    + email
                    + "' and password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'"))
        .isOne();
  }

  @Test
  void profileShowsTheBearer() {
    Response signedUp = signUp(Map.of("email", newEmail(), "password", PASSWORD, "name", "Ann"));
    String token = signedUp.path("access_token");

    given()
        .auth()
        .oauth2(token)
        .get("/api/v1/auth/profile")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(signedUp.path("user.id")))
        .body("user.name", equalTo("Ann"))
        .body("organisation.id", equalTo(signedUp.path("organisation.id")))
        .body("role", equalTo("owner"))
        .body("user.password_hash", nullValue());
  }

  @Test
  void profileOfAnAccountThatIsGoneIsRefused() {
    String token = TestingTokens.owner(UUID.randomUUID(), UUID.randomUUID());

    given()
        .auth()
        .oauth2(token)
        .get("/api/v1/auth/profile")
        .then()
        .statusCode(401)
        .body("code", equalTo("AUTH_TOKEN_INVALID"));
  }

  @Test
  void everyWrongFieldIsNamed() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", "nobody", "password", "short", "name", "a\nb"))
        .post("/api/v1/auth/signup")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("REQUEST_INVALID"))
        .body("violations.field", hasItems("email", "password", "name"))
        .body("violations.message", not(hasItems("short")));
  }

  @Test
  void passwordOfTwelveCharactersIsTheShortest() {
    assertThat(signUp(Map.of("email", newEmail(), "password", "x".repeat(11))).statusCode())
        .isEqualTo(400);
    assertThat(signUp(Map.of("email", newEmail(), "password", "x".repeat(12))).statusCode())
        .isEqualTo(201);
    assertThat(signUp(Map.of("email", newEmail(), "password", "x".repeat(129))).statusCode())
        .isEqualTo(400);
  }

  private static String newEmail() {
    return "ann-" + UUID.randomUUID() + "@example.com";
  }

  private static Response signUp(Map<String, String> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/signup");
  }

  private static Response logIn(String email, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/auth/login");
  }

  private static long fastestOfFive(String email) {
    return Stream.generate(() -> logIn(email, "not the right one").time())
        .limit(5)
        .mapToLong(Long::longValue)
        .min()
        .orElseThrow();
  }

  private static String withoutTraceId(Response response) {
    return response.statusCode() + response.asString().replaceAll("\"traceId\":\"\\w+\"", "");
  }

  private static JwtClaims verifiedByJwks(String token) throws Exception {
    String keys = given().get("/.well-known/jwks.json").then().statusCode(200).extract().asString();
    assertThat(keys).doesNotContain("\"d\"");
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
        .setExpectedIssuer("custard")
        .setExpectedAudience("custard-api")
        .setRequireExpirationTime()
        .build()
        .processToClaims(token);
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

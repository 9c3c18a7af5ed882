package io.custard.auth.login;

import static io.custard.auth.TestingAccount.PASSWORD;
import static io.custard.auth.TestingAccount.comparable;
import static io.custard.auth.TestingAccount.logIn;
import static io.custard.auth.TestingAccount.logInFrom;
import static io.custard.auth.TestingAccount.newEmail;
import static io.custard.auth.TestingAccount.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class LogInResourceTest {
  private final TestingPeople people;
  private final TestingEvents events;

  LogInResourceTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void theTokenSaysWhoItIsAndTheJwksVerifiesIt() throws Exception {
    TestingAccount account = TestingAccount.open();

    Response loggedIn = account.logIn();

    assertThat(loggedIn.<String>path("token_type")).isEqualTo("Bearer");
    assertThat(loggedIn.<Integer>path("expires_in")).isEqualTo(600);
    assertThat(loggedIn.<Integer>path("refresh_expires_in")).isBetween(1_209_000, 1_209_600);
    JwtClaims claims = verifiedByJwks(loggedIn.path("access_token"));
    assertThat(claims.getSubject()).isEqualTo(account.id().toString());
    assertThat(claims.getStringClaimValue("upn")).isEqualTo(account.email());
    assertThat(claims.getStringClaimValue("org")).isEqualTo(account.organisation().toString());
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("owner");
    assertThat(claims.getStringClaimValue("sid")).isNotEqualTo(sessionOf(account.token()));
    assertThat(claims.hasClaim("csrf")).isFalse();
  }

  @Test
  void unknownAccountAndWrongPasswordLookTheSame() {
    TestingAccount account = TestingAccount.open();

    Response wrongPassword = logIn(account.email(), "not the right one");
    Response unknown = logIn(newEmail(), "not the right one");

    assertThat(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(unknown.<String>path("code")).isEqualTo("AUTH_CREDENTIALS_WRONG");
    assertThat(comparable(unknown)).isEqualTo(comparable(wrongPassword));
  }

  @Test
  void unknownAccountCostsAsMuchTimeAsAWrongPassword() {
    TestingAccount account = TestingAccount.open();
    logIn(account.email(), "warms up both ways");
    logIn(newEmail(), "warms up both ways");

    long wrongPassword = fastestOfFive(account.email());
    long unknown = fastestOfFive(newEmail());

    assertThat(unknown).isBetween(wrongPassword / 2, wrongPassword * 2);
  }

  @Test
  void anotherOrganisationIsEnteredByItsIdAndRemembered() {
    TestingAccount account = TestingAccount.open();
    UUID second = people.organisation("Second");
    people.join(new TestingPeople.Person(account.id(), account.email()), second, "viewer");

    Response there =
        post(
            "login",
            Map.of("email", account.email(), "password", PASSWORD, "organisation_id", second));
    Response elsewhere =
        post(
            "login",
            Map.of(
                "email", account.email(),
                "password", PASSWORD,
                "organisation_id", UUID.randomUUID()));

    assertThat(there.<String>path("role")).isEqualTo("viewer");
    assertThat(elsewhere.<String>path("code")).isEqualTo("ORGANISATION_NOT_FOUND");
    assertThat(account.logIn().<String>path("organisation.id")).isEqualTo(second.toString());
  }

  @Test
  void aShutAccountSaysSoOnlyWithTheRightPassword() {
    TestingAccount account = TestingAccount.open();
    people.run("update auth.users set active = false where id = ?", account.id());

    assertThat(account.logIn().<String>path("code")).isEqualTo("AUTH_ACCOUNT_INACTIVE");
    assertThat(logIn(account.email(), "not the right one").<String>path("code"))
        .isEqualTo("AUTH_CREDENTIALS_WRONG");
  }

  @Test
  void aHashOfAnotherCostIsMadeAnewAtLogIn() {
    TestingAccount account = TestingAccount.open();
    // The hash of "three wobbly puddings" with 8 MiB and one pass.
    String cheap =
        com.password4j.Argon2Function.getInstance(8192, 1, 1, 32, com.password4j.types.Argon2.ID)
            .hash(PASSWORD.getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[16])
            .getResult();
    people.run("update auth.users set password_hash = ? where id = ?", cheap, account.id());

    assertThat(account.logIn().statusCode()).isEqualTo(200);

    assertThat(
            people.count(
                "select count(*) from auth.users where id = ?"
                    + " and password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'",
                account.id()))
        .isOne();
    assertThat(account.logIn().statusCode()).isEqualTo(200);
  }

  @Test
  void anAttackerIsSlowedDownAndTheOwnerIsNot() {
    TestingAccount account = TestingAccount.open();
    logInFrom("203.0.113.7", account.email(), PASSWORD);

    IntStream.range(0, 10)
        .forEach(i -> logInFrom("198.51.100." + i, account.email(), "guess number " + i));
    Response attacker = logInFrom("198.51.100.99", account.email(), PASSWORD);
    Response owner = logInFrom("203.0.113.7", account.email(), PASSWORD);

    assertThat(attacker.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(attacker.header("Retry-After"))).isBetween(1, 60);
    assertThat(owner.statusCode()).isEqualTo(200);
  }

  @Test
  void attemptsOnAnUnknownAccountAreLimitedAlike() {
    String nobody = newEmail();

    IntStream.range(0, 10).forEach(i -> logIn(nobody, "guess number " + i));

    assertThat(logIn(nobody, "one more guess").statusCode()).isEqualTo(429);
  }

  @Test
  void rightAndWrongPasswordsAreAudited() {
    TestingAccount account = TestingAccount.open();
    logInFrom("203.0.113.8", account.email(), "not the right one");

    await()
        .untilAsserted(() ->
            assertThat(events.audit(account.organisation().toString()))
                .anySatisfy(event -> {
                  assertThat(event.path("action").asText()).isEqualTo("session.begun");
                  assertThat(event.path("outcome").asText()).isEqualTo("AUTH_CREDENTIALS_WRONG");
                  assertThat(event.path("actor").asText()).isEqualTo("user:" + account.id());
                  assertThat(event.path("address").asText()).isEqualTo("203.0.113.8");
                })
                .anySatisfy(event ->
                    assertThat(event.path("action").asText()).isEqualTo("account.opened")));
  }

  private static long fastestOfFive(String email) {
    return Stream.generate(() -> logIn(email, "not the right one").time())
        .limit(5)
        .mapToLong(Long::longValue)
        .min()
        .orElseThrow();
  }

  private static String sessionOf(String token) throws Exception {
    return verifiedByJwks(token).getStringClaimValue("sid");
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
}

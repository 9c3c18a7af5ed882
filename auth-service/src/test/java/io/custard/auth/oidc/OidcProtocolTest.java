package io.custard.auth.oidc;

import static io.custard.auth.oidc.TestingBrowser.assertEntered;
import static io.custard.auth.oidc.TestingBrowser.assertRefused;
import static io.custard.auth.oidc.TestingBrowser.logIn;
import static io.custard.auth.oidc.TestingBrowser.newSubject;
import static io.custard.auth.oidc.TestingBrowser.person;
import static io.custard.auth.oidc.TestingBrowser.plain;
import static io.custard.auth.oidc.TestingBrowser.start;
import static io.custard.auth.oidc.TestingBrowser.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingPeople;
import io.custard.auth.oidc.TestingBrowser.Returning;
import io.custard.auth.oidc.TestingBrowser.Sent;
import io.custard.auth.provider.Handshake;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.oidc.Fault;
import io.custard.testkit.oidc.TestingProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
@QuarkusTestResource(TestingProvider.class)
class OidcProtocolTest {
  private static final String FAILED = "AUTH_OIDC_FAILED";

  private final TestingPeople people;

  OidcProtocolTest(TestingPeople people) {
    this.people = people;
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "KEY_ROTATED", "EMAIL_IN_USER_INFO"})
  @Timeout(15)
  void whateverAProviderDoesWrongNobodyGetsIn(Fault fault) {
    Map<String, Object> person = ann();

    assertRefused(logIn(TestingProvider.TRUSTED, person, fault), FAILED);

    assertThat(people.count("select count(*) from auth.users where email = ?", person.get("email")))
        .isZero();
  }

  @Test
  void aProviderWhoseDocumentIsAnothersIsNotVisited() {
    Response answer = plain().get("/api/v1/auth/oidc/lying/start");

    assertRefused(answer, FAILED);
  }

  @Test
  void aLogInIsGoodOnce() {
    Returning returning = visit(start(TestingProvider.TRUSTED, "/questions"), ann(), Fault.NONE);

    assertEntered(returning.arrive());
    assertRefused(returning.arrive(), FAILED);
  }

  @Test
  void anotherBrowserCannotFinishALogIn() {
    Returning returning = visit(start(TestingProvider.TRUSTED, "/questions"), ann(), Fault.NONE);
    Sent other = start(TestingProvider.TRUSTED, "/questions");

    assertRefused(plain().get(returning.address()), FAILED);
    assertRefused(returning.arrive(other.cookie()), FAILED);
    assertRefused(returning.arrive("x"), FAILED);
    assertEntered(returning.arrive());
  }

  @Test
  void theStateMustBeTheBrowsers() {
    Returning returning = visit(start(TestingProvider.TRUSTED, "/questions"), ann(), Fault.NONE);
    String forged = returning.address().replaceAll("state=[0-9a-f]{4}", "state=0000");
    String without = returning.address().replaceAll("state=[0-9a-f]*&", "");

    assertRefused(new Returning(forged, returning.cookie()).arrive(), FAILED);
    assertRefused(new Returning(without, returning.cookie()).arrive(), FAILED);
  }

  @Test
  void aLogInIsForTheProviderItBeganAt() {
    Returning returning = visit(start(TestingProvider.TRUSTED, "/questions"), ann(), Fault.NONE);
    String other = returning.address().replace("/trusted/", "/loose/");

    assertRefused(new Returning(other, returning.cookie()).arrive(), FAILED);
  }

  @Test
  void aLogInIsOverAfterTenMinutes() {
    Sent sent = start(TestingProvider.TRUSTED, "/questions");
    people.run(
        "update auth.oidc_flows set expires_at = expires_at - interval '10 min 1 s'"
            + " where sha256 = ?",
        new Handshake(sent.cookie()).sha256());

    assertRefused(visit(sent, ann(), Fault.NONE).arrive(), FAILED);
  }

  @Test
  void theCookieOfTheWayThereIsForThisWayOnly() {
    Response started = plain().get("/api/v1/auth/oidc/trusted/start");

    assertThat(started.header("Set-Cookie"))
        .endsWith("; Path=/api/v1/auth/oidc; Max-Age=600; HttpOnly; Secure; SameSite=Lax");
    assertThat(started.header("Location")).doesNotContain(started.cookie("custard_oidc"));
    assertThat(started.header("Cache-Control")).isEqualTo("no-store");
    assertThat(started.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/%0d%0aSet-Cookie:%20x=y",
        "javascript:alert(1)",
        "questions",
        "/a%23error=x",
        "/%2F%2Fevil.example"
      })
  void onlyAPathOfOurOwnIsReturnedTo(String elsewhere) {
    Response answer = plain().get("/api/v1/auth/oidc/trusted/start?return_to=" + elsewhere);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("code")).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void anUnknownProviderIsAProblem() {
    Response start = plain().get("/api/v1/auth/oidc/nobody/start");
    Response callback = plain().get("/api/v1/auth/oidc/nobody/callback?code=x&state=y");

    assertThat(start.statusCode()).isEqualTo(404);
    assertThat(start.<String>path("code")).isEqualTo("AUTH_OIDC_UNKNOWN");
    assertThat(callback.<String>path("code")).isEqualTo("AUTH_OIDC_UNKNOWN");
  }

  private static Map<String, Object> ann() {
    return person(newSubject(), TestingAccount.newEmail(), true);
  }
}

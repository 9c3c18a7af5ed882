package io.custard.auth.oidc;

import static io.custard.auth.oidc.TestingBrowser.assertEntered;
import static io.custard.auth.oidc.TestingBrowser.assertRefused;
import static io.custard.auth.oidc.TestingBrowser.logIn;
import static io.custard.auth.oidc.TestingBrowser.newSubject;
import static io.custard.auth.oidc.TestingBrowser.person;
import static io.custard.auth.oidc.TestingBrowser.profile;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.oidc.Fault;
import io.custard.testkit.oidc.TestingProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
@QuarkusTestResource(TestingProvider.class)
class OidcLogInTest {
  private final TestingPeople people;
  private final TestingEvents events;

  OidcLogInTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void theProvidersAreListedWithoutTheirSecrets() {
    Response list = given().get("/api/v1/auth/oidc");

    assertThat(list.<List<String>>path("items.id")).containsExactly("loose", "lying", "trusted");
    assertThat(list.<String>path("items[2].name")).isEqualTo("Pudding ID");
    assertThat(list.<String>path("items[2].start_path"))
        .isEqualTo("/api/v1/auth/oidc/trusted/start");
    assertThat(list.asString()).doesNotContain("s3cret", "client");
  }

  @Test
  void aNewPersonOfATrustedProviderGetsAnAccountAndABrowserSession() {
    String email = TestingAccount.newEmail();

    Response entered = logIn(TestingProvider.TRUSTED, person(newSubject(), email, true));

    assertEntered(entered);
    Response profile = profile(entered);
    assertThat(profile.<String>path("user.email")).isEqualTo(email);
    assertThat(profile.<String>path("user.name")).isEqualTo("Ann Apple");
    assertThat(profile.<String>path("role")).isEqualTo("owner");
    String actor = "user:" + profile.path("user.id");
    await()
        .untilAsserted(() ->
            assertThat(events.audit(actor))
                .anySatisfy(event -> {
                  assertThat(event.path("action").asText()).isEqualTo("account.opened");
                  assertThat(event.path("details").path("provider").asText()).isEqualTo("trusted");
                }));
  }

  @Test
  void theSameSubjectEntersTheSameAccountWhateverItsEmailIsNow() {
    String subject = newSubject();
    Response first = logIn(TestingProvider.TRUSTED, person(subject, newEmail(), true));

    Response second = logIn(TestingProvider.TRUSTED, person(subject, newEmail(), false));

    assertEntered(second);
    assertThat(profile(second).<String>path("user.id"))
        .isEqualTo(profile(first).<String>path("user.id"));
    assertThat(profile(second).<String>path("user.email"))
        .isEqualTo(profile(first).<String>path("user.email"));
  }

  @Test
  void theEmailOfAnAccountDoesNotOpenIt() {
    TestingAccount account = TestingAccount.open();

    Response refused = logIn(TestingProvider.TRUSTED, person(newSubject(), account.email(), true));

    assertRefused(refused, "AUTH_OIDC_LINK_NEEDED");
    assertThat(links(account)).isZero();
  }

  @Test
  void anUnverifiedEmailOpensNothingAndTellsNothing() {
    String known = TestingAccount.open().email();
    String unknown = newEmail();

    assertRefused(
        logIn(TestingProvider.TRUSTED, person(newSubject(), known, false)),
        "AUTH_OIDC_LINK_NEEDED");
    assertRefused(
        logIn(TestingProvider.TRUSTED, person(newSubject(), unknown, false)),
        "AUTH_OIDC_LINK_NEEDED");
    assertRefused(
        logIn(TestingProvider.TRUSTED, Map.of("sub", newSubject(), "email", unknown)),
        "AUTH_OIDC_LINK_NEEDED");
    assertRefused(
        logIn(TestingProvider.TRUSTED, Map.of("sub", newSubject())), "AUTH_OIDC_LINK_NEEDED");
    assertThat(accounts(unknown)).isZero();
  }

  @Test
  void anEmailThatTheProviderIsNotTrustedForOpensNothing() {
    String email = newEmail();
    String foreign = email.replace("example.com", "example.org");

    assertRefused(
        logIn(TestingProvider.LOOSE, person(newSubject(), email, true)), "AUTH_OIDC_LINK_NEEDED");
    assertRefused(
        logIn(TestingProvider.TRUSTED, person(newSubject(), foreign, true)),
        "AUTH_OIDC_LINK_NEEDED");
    assertThat(accounts(email) + accounts(foreign)).isZero();
  }

  @Test
  void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
    String subject = newSubject();
    String email = newEmail();
    assertEntered(logIn(TestingProvider.TRUSTED, person(subject, email, true)));

    assertRefused(
        logIn(TestingProvider.LOOSE, person(subject, email, true)), "AUTH_OIDC_LINK_NEEDED");
  }

  @Test
  void aShutAccountStaysShut() {
    Map<String, Object> person = person(newSubject(), newEmail(), true);
    assertEntered(logIn(TestingProvider.TRUSTED, person));
    people.run("update auth.users set active = false where email = ?", person.get("email"));

    assertRefused(logIn(TestingProvider.TRUSTED, person), "AUTH_ACCOUNT_INACTIVE");
  }

  @Test
  void aPasswordThatSomebodyElseSignedUpWithOpensNothing() {
    String email = newEmail();
    TestingAccount.signUp(email);

    assertEntered(logIn(TestingProvider.TRUSTED, person(newSubject(), email, true)));

    assertThat(TestingAccount.logIn(email, TestingAccount.PASSWORD).<String>path("code"))
        .isEqualTo("AUTH_CREDENTIALS_WRONG");
  }

  @Test
  void aNewKeyOfTheProviderIsFound() {
    Map<String, Object> person = person(newSubject(), newEmail(), true);
    assertEntered(logIn(TestingProvider.TRUSTED, person));

    assertEntered(logIn(TestingProvider.TRUSTED, person, Fault.KEY_ROTATED));
  }

  @Test
  void anEmailThatIsOnlyInTheUserInfoIsRead() {
    Map<String, Object> person = person(newSubject(), newEmail(), true);

    assertEntered(logIn(TestingProvider.TRUSTED, person, Fault.EMAIL_IN_USER_INFO));
  }

  private static String newEmail() {
    return TestingAccount.newEmail();
  }

  private long accounts(String email) {
    return people.count("select count(*) from auth.users where email = ?", email);
  }

  private long links(TestingAccount account) {
    return people.count("select count(*) from auth.login_links where user_id = ?", account.id());
  }
}

package io.custard.auth.account;

import static io.custard.auth.TestingAccount.PASSWORD;
import static io.custard.auth.TestingAccount.body;
import static io.custard.auth.TestingAccount.comparable;
import static io.custard.auth.TestingAccount.logIn;
import static io.custard.auth.TestingAccount.mail;
import static io.custard.auth.TestingAccount.newEmail;
import static io.custard.auth.TestingAccount.post;
import static io.custard.auth.TestingAccount.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingEvents;
import io.custard.auth.TestingPeople;
import io.custard.auth.TestingPeople.Person;
import io.custard.embedded.SinkMail;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class AccountResourceTest {
  private static final String OTHER = "four wobbly puddings";

  private final TestingPeople people;
  private final TestingEvents events;

  AccountResourceTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void theProfileShowsThePersonTheirOrganisationsAndWhatTheyMayDo() {
    TestingAccount account = TestingAccount.open();
    UUID second = people.organisation("Second");
    people.join(new Person(account.id(), account.email()), second, "viewer");

    Response profile = account.asks().get("/api/v1/auth/profile");

    assertThat(profile.<String>path("user.email")).isEqualTo(account.email());
    assertThat(profile.<String>path("organisation.id"))
        .isEqualTo(account.organisation().toString());
    assertThat(profile.<String>path("role")).isEqualTo("owner");
    assertThat(profile.<List<String>>path("organisations.role"))
        .containsExactlyInAnyOrder("owner", "viewer");
    assertThat(profile.<List<String>>path("permissions"))
        .contains("ORGANISATION_DELETE")
        .doesNotContain("PLATFORM_USER_READ");
    assertThat(profile.asString()).doesNotContain("argon2");
  }

  @Test
  void theProfileKeepsWhatIsNotSaidAndDropsWhatIsEmpty() {
    TestingAccount account = TestingAccount.open();
    change(account, body("name", "Ann", "locale", "pt-BR", "time_zone", "Europe/Lisbon"));

    Response changed = change(account, body("name", "", "locale", "de"));

    assertThat(changed.<String>path("user.name")).isNull();
    assertThat(changed.<String>path("user.locale")).isEqualTo("de");
    assertThat(changed.<String>path("user.time_zone")).isEqualTo("Europe/Lisbon");
  }

  @Test
  void localesAndTimeZonesThatAreNoneAreRefused() {
    TestingAccount account = TestingAccount.open();

    change(account, body("name", "a\nb", "locale", "not a locale", "time_zone", "Mars/Base"))
        .then()
        .statusCode(400)
        .body("violations.field", containsInAnyOrder("name", "localeGood", "timeZoneGood"));
  }

  @Test
  void aForgottenPasswordIsChosenAnewAndAllSessionsEnd() {
    TestingAccount account = TestingAccount.open();

    Response asked = post("forgot-password", Map.of("email", account.email()));
    String token = account.mail(2).token();
    Response weak = post("reset-password", Map.of("token", token, "password", "aaaaaaaaaaaaaa"));
    Response reset = post("reset-password", Map.of("token", token, "password", OTHER));

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(weak.<String>path("code")).isEqualTo("AUTH_PASSWORD_WEAK");
    assertThat(reset.statusCode()).isEqualTo(204);
    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(account.logIn().statusCode()).isEqualTo(401);
    assertThat(logIn(account.email(), OTHER).statusCode()).isEqualTo(200);
    assertThat(account.mail(3).subject()).isEqualTo("Your password was changed");
    assertThat(account.mail(3).text() + account.mail(3).html()).doesNotContain(OTHER);
    assertThat(
            post("reset-password", Map.of("token", token, "password", OTHER)).<String>path("code"))
        .isEqualTo("AUTH_LINK_INVALID");
  }

  @Test
  void anUnknownAddressGetsTheSameAnswerAndNoMail() {
    TestingAccount account = TestingAccount.open();
    String unknown = newEmail();

    Response ofUnknown = post("forgot-password", Map.of("email", unknown));
    Response ofKnown = post("forgot-password", Map.of("email", account.email()));

    account.mail(2);
    assertThat(comparable(ofUnknown)).isEqualTo(comparable(ofKnown));
    assertThat(io.custard.testkit.TestingSignUp.mails().all(unknown)).isEmpty();
    assertThat(people.count("select count(*) from auth.mails where recipient = ?", unknown))
        .isZero();
  }

  @Test
  void aLinkForOnePurposeIsGoodForNoOther() {
    String email = newEmail();
    TestingAccount.signUp(email);
    String verify = mail(email, 1).token();

    assertThat(
            post("reset-password", Map.of("token", verify, "password", OTHER)).<String>path("code"))
        .isEqualTo("AUTH_LINK_INVALID");
    assertThat(post("confirm-email", Map.of("token", verify)).<String>path("code"))
        .isEqualTo("AUTH_LINK_INVALID");
  }

  @Test
  void aChangedPasswordEndsTheOtherSessionsAndKeepsThisOne() {
    TestingAccount account = TestingAccount.open();
    Response other = account.logIn();

    Response wrong = changePassword(account, "not the right one", OTHER);
    Response changed = changePassword(account, PASSWORD, OTHER);

    assertThat(wrong.<String>path("code")).isEqualTo("AUTH_CREDENTIALS_WRONG");
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(refresh(other.path("refresh_token")).statusCode()).isEqualTo(401);
    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(200);
    assertThat(logIn(account.email(), OTHER).statusCode()).isEqualTo(200);
    await()
        .untilAsserted(() ->
            assertThat(events.audit(account.organisation().toString()))
                .anySatisfy(event ->
                    assertThat(event.path("action").asText())
                        .isEqualTo("account.password_changed")));
  }

  @Test
  void aPasswordBuiltOnTheEmailIsRefused() {
    TestingAccount account = TestingAccount.open();
    String localPart = account.email().substring(4, 12);

    assertThat(changePassword(account, PASSWORD, localPart + "-2026!").<String>path("code"))
        .isEqualTo("AUTH_PASSWORD_WEAK");
  }

  @Test
  void passwordsCannotBeGuessedThroughASession() {
    TestingAccount account = TestingAccount.open();
    for (int i = 0; i < 10; i++) {
      changePassword(account, "guess number " + i, OTHER);
    }

    assertThat(changePassword(account, PASSWORD, OTHER).statusCode()).isEqualTo(429);
  }

  @Test
  void anotherEmailCountsWhenItsLinkIsFollowedAndTheOldOneIsTold() {
    TestingAccount account = TestingAccount.open();
    String wanted = newEmail();
    post("forgot-password", Map.of("email", account.email()));
    String resetOfOld = account.mail(2).token();

    Response asked = changeEmail(account, wanted, PASSWORD);
    assertThat(account.logIn().statusCode()).isEqualTo(200);
    Response confirmed = post("confirm-email", Map.of("token", mail(wanted, 1).token()));

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(confirmed.statusCode()).isEqualTo(204);
    assertThat(account.logIn().statusCode()).isEqualTo(401);
    assertThat(logIn(wanted, PASSWORD).<String>path("user.email")).isEqualTo(wanted);
    SinkMail told = account.mail(3);
    assertThat(told.subject()).isEqualTo("Your e-mail address was changed");
    assertThat(told.text()).doesNotContain(wanted);
    assertThat(post("reset-password", Map.of("token", resetOfOld, "password", OTHER)).statusCode())
        .isEqualTo(400);
    assertThat(refresh(account.refreshToken()).<String>path("user.email")).isEqualTo(wanted);
  }

  @Test
  void somebodyElsesEmailIsNotTakenAndNotGivenAway() {
    TestingAccount account = TestingAccount.open();
    TestingAccount other = TestingAccount.open();

    Response taken = changeEmail(account, other.email(), PASSWORD);
    Response free = changeEmail(account, newEmail(), PASSWORD);

    assertThat(comparable(taken)).isEqualTo(comparable(free));
    assertThat(other.mail(2).subject()).isEqualTo("You have an account already");
    assertThat(changeEmail(account, newEmail(), "not the right one").statusCode()).isEqualTo(401);
  }

  @Test
  void anAccountIsDeletedWithTheOrganisationNobodyElseIsIn() {
    TestingAccount account = TestingAccount.open();

    Response wrong = delete(account, "not the right one");
    Response deleted = delete(account, PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(account.logIn().statusCode()).isEqualTo(401);
    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(
            people.count(
                "select count(*) from auth.organisations where id = ?", account.organisation()))
        .isZero();
    assertThat(account.mail(2).subject()).isEqualTo("Your account was deleted");
    await()
        .untilAsserted(() ->
            assertThat(events.identity("user:" + account.id()).path("deleted").asBoolean())
                .isTrue());
    assertThat(events.identity("org:" + account.organisation()).path("deleted").asBoolean())
        .isTrue();
  }

  @Test
  void theLastOwnerOfOthersCannotDeleteTheirAccount() {
    TestingAccount account = TestingAccount.open();
    people.join(people.person(), account.organisation(), "admin");

    Response refused = delete(account, PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("code")).isEqualTo("ORGANISATION_LAST_OWNER");
    assertThat(account.logIn().statusCode()).isEqualTo(200);
  }

  @Test
  void passwordRulesAreTold() {
    Response rules = io.restassured.RestAssured.get("/api/v1/auth/password-rules");

    assertThat(rules.asString()).isEqualTo("{\"min_length\":12,\"max_length\":128}");
  }

  private static Response change(TestingAccount account, Map<String, ?> body) {
    return account.asks().body(body).patch("/api/v1/auth/profile");
  }

  private static Response changePassword(TestingAccount account, String current, String wanted) {
    return account
        .asks()
        .body(Map.of("current_password", current, "password", wanted))
        .post("/api/v1/auth/change-password");
  }

  private static Response changeEmail(TestingAccount account, String email, String password) {
    return account
        .asks()
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/auth/change-email");
  }

  private static Response delete(TestingAccount account, String password) {
    return account.asks().body(Map.of("password", password)).delete("/api/v1/auth/account");
  }
}

package io.custard.auth.signup;

import static io.custard.auth.TestingAccount.PASSWORD;
import static io.custard.auth.TestingAccount.comparable;
import static io.custard.auth.TestingAccount.logIn;
import static io.custard.auth.TestingAccount.mail;
import static io.custard.auth.TestingAccount.newEmail;
import static io.custard.auth.TestingAccount.post;
import static io.custard.auth.TestingAccount.signUp;
import static io.custard.auth.TestingAccount.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingPeople;
import io.custard.embedded.SinkMail;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class SignUpResourceTest {
  private final TestingPeople people;

  SignUpResourceTest(TestingPeople people) {
    this.people = people;
  }

  @Test
  void theMailedLinkOpensTheAccountAndLogsIn() {
    String email = newEmail();
    Map<String, Object> wanted =
        TestingAccount.body(
            "email",
            "  " + email.toUpperCase(Locale.ROOT) + " ",
            "password",
            PASSWORD,
            "name",
            "Ann",
            "organisation",
            " Pudding Ltd ");

    Response asked = post("signup", wanted);
    Response opened = verify(mail(email, 1).token());

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.asString()).isEqualTo("{\"status\":\"verification_sent\"}");
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.<String>path("user.email")).isEqualTo(email);
    assertThat(opened.<String>path("user.name")).isEqualTo("Ann");
    assertThat(opened.<String>path("organisation.name")).isEqualTo("Pudding Ltd");
    assertThat(opened.<String>path("role")).isEqualTo("owner");
    assertThat(opened.<String>path("refresh_token")).startsWith("custard_refresh_");
    assertThat(logIn(email, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void theMailSaysItInTextAndInHtmlAndHoldsNoPasswordAndNoName() {
    String email = newEmail();
    post("signup", Map.of("email", email, "password", PASSWORD, "name", "<b>Eve</b>"));

    SinkMail mail = mail(email, 1);

    String link = "http://localhost:8080/verify-email#token=" + mail.token();
    assertThat(mail.subject()).isEqualTo("Confirm your e-mail");
    assertThat(mail.text()).contains(link).doesNotContain("<");
    assertThat(mail.html()).contains("<a href=\"" + link + "\"", "<h1");
    assertThat(mail.text() + mail.html()).doesNotContain(PASSWORD, "Eve");
  }

  @Test
  void aLinkIsGoodOnce() {
    String email = newEmail();
    signUp(email);
    String token = mail(email, 1).token();
    verify(token);

    Response again = verify(token);
    Response madeUp = verify("x".repeat(43));

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.<String>path("code")).isEqualTo("AUTH_LINK_INVALID");
    assertThat(comparable(again)).isEqualTo(comparable(madeUp));
  }

  @Test
  void anOldLinkIsRefused() {
    String email = newEmail();
    signUp(email);
    String token = mail(email, 1).token();
    people.run("update auth.mailed_links set expires_at = now() where email = ?", email);

    assertThat(verify(token).<String>path("code")).isEqualTo("AUTH_LINK_INVALID");
  }

  @Test
  void aKnownAddressGetsTheSameAnswerAndAMailThatSaysSo() {
    TestingAccount known = TestingAccount.open();

    Response answer = signUp(known.email());

    assertThat(comparable(answer)).isEqualTo(comparable(signUp(newEmail())));
    assertThat(known.mail(2).subject()).isEqualTo("You have an account already");
    assertThat(known.logIn().statusCode()).isEqualTo(200);
  }

  @Test
  void aKnownAddressCostsAsMuchTimeAsANewOne() {
    String known = TestingAccount.open().email();
    signUp(newEmail());

    long ofNew = fastest(LongStream.range(0, 4).map(i -> signUp(newEmail()).time()));
    long ofKnown = fastest(LongStream.range(0, 3).map(i -> signUp(known).time()));

    assertThat(ofKnown).isBetween(ofNew / 3, ofNew * 3);
  }

  @Test
  void whoIsNotVerifiedYetIsToldSoOnlyWithTheRightPassword() {
    String email = newEmail();
    signUp(email);

    Response right = logIn(email, PASSWORD);
    Response wrong = logIn(email, "not the right one");

    assertThat(right.statusCode()).isEqualTo(403);
    assertThat(right.<String>path("code")).isEqualTo("AUTH_EMAIL_UNVERIFIED");
    assertThat(comparable(wrong)).isEqualTo(comparable(logIn(newEmail(), "not the right one")));
  }

  @Test
  void theMailIsSentAgain() {
    String email = newEmail();
    signUp(email);
    mail(email, 1);

    Response again = post("resend-verification", Map.of("email", email));

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(verify(mail(email, 2).token()).statusCode()).isEqualTo(200);
  }

  @Test
  void aStrangersSignUpWithMyAddressGivesThemNoPasswordToMyAccount() {
    String email = newEmail();
    post("signup", Map.of("email", email, "password", "the strangers own phrase"));
    mail(email, 1);
    signUp(email);

    Response mine = verify(mail(email, 2).token());

    assertThat(mine.statusCode()).isEqualTo(200);
    assertThat(logIn(email, "the strangers own phrase").statusCode()).isEqualTo(401);
    assertThat(mail(email, 3).subject()).isEqualTo("Choose a new password");
  }

  @Test
  void everyWrongFieldIsNamed() {
    post("signup", Map.of("email", "nobody", "password", "x".repeat(1025), "name", "a\nb"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("email", "password", "name"));
  }

  @Test
  void aPasswordThatIsTriedFirstIsRefused() {
    Response refused = post("signup", Map.of("email", newEmail(), "password", "Password123456"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("code")).isEqualTo("AUTH_PASSWORD_WEAK");
  }

  @Test
  void aMailboxIsNotFilledByManySignUps() {
    String email = newEmail();
    LongStream.range(0, 4).forEach(i -> signUp(email));

    Response refused = signUp(email);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.<String>path("code")).isEqualTo("AUTH_TOO_MANY_ATTEMPTS");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
  }

  private static long fastest(LongStream times) {
    return times.min().orElseThrow();
  }
}

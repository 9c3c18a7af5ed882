package io.custard.auth.oidc;

import static io.custard.auth.oidc.TestingBrowser.LINKS;
import static io.custard.auth.oidc.TestingBrowser.assertEntered;
import static io.custard.auth.oidc.TestingBrowser.assertRefused;
import static io.custard.auth.oidc.TestingBrowser.link;
import static io.custard.auth.oidc.TestingBrowser.logIn;
import static io.custard.auth.oidc.TestingBrowser.newSubject;
import static io.custard.auth.oidc.TestingBrowser.person;
import static io.custard.auth.oidc.TestingBrowser.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingEvents;
import io.custard.embedded.SinkMail;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.oidc.TestingProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a password chosen by a mailed link does to linked log-ins. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
@QuarkusTestResource(TestingProvider.class)
class ResetTest {
  private static final String OTHER = "four wobbly puddings";

  private final TestingEvents events;

  ResetTest(TestingEvents events) {
    this.events = events;
  }

  @Test
  void whoResetsTheirPasswordTakesTheAccountBackFromEveryLinkedLogIn() {
    TestingAccount account = TestingAccount.open();
    Map<String, Object> one = person(newSubject(), account.email(), true);
    Map<String, Object> two = person(newSubject(), TestingAccount.newEmail(), false);
    link(account, TestingProvider.TRUSTED, one);
    link(account, TestingProvider.LOOSE, two);
    account.mail(3);

    SinkMail notice = reset(account.email(), 4);

    assertRefused(logIn(TestingProvider.TRUSTED, one), "AUTH_OIDC_LINK_NEEDED");
    assertRefused(logIn(TestingProvider.LOOSE, two), "AUTH_OIDC_LINK_NEEDED");
    Response again = TestingAccount.logIn(account.email(), OTHER);
    assertThat(TestingAccount.asks(again.path("access_token")).get(LINKS).<List<?>>path("items"))
        .isEmpty();
    assertThat(notice.subject()).isEqualTo("Your password was changed");
    assertThat(notice.text()).contains("were unlinked");
    assertThat(notice.html()).contains("were unlinked");
    await()
        .untilAsserted(() ->
            assertThat(events.audit("user:" + account.id()))
                .filteredOn(event -> event.path("action").asText().equals("login_link.removed"))
                .extracting(event -> event.path("details").path("provider").asText())
                .containsExactly("trusted", "loose"));
  }

  @Test
  void theFirstPasswordOfAnAccountKeepsItsLinkedLogIn() {
    String email = TestingAccount.newEmail();
    Map<String, Object> outside = person(newSubject(), email, true);
    assertEntered(logIn(TestingProvider.TRUSTED, outside));

    SinkMail notice = reset(email, 1);

    Response again = logIn(TestingProvider.TRUSTED, outside);
    assertEntered(again);
    assertThat(profile(again).<String>path("user.id"))
        .isEqualTo(TestingAccount.logIn(email, OTHER).<String>path("user.id"));
    assertThat(notice.text()).doesNotContain("unlinked");
  }

  /** By the mail with this number; the next one, which tells of it. */
  private static SinkMail reset(String email, int number) {
    TestingAccount.post("forgot-password", Map.of("email", email));
    String token = TestingAccount.mail(email, number).token();
    Response reset =
        TestingAccount.post("reset-password", Map.of("token", token, "password", OTHER));
    assertThat(reset.statusCode()).as(reset.asString()).isEqualTo(204);
    return TestingAccount.mail(email, number + 1);
  }
}

package io.custard.auth.oidc;

import static io.custard.auth.oidc.TestingBrowser.LINKS;
import static io.custard.auth.oidc.TestingBrowser.assertEntered;
import static io.custard.auth.oidc.TestingBrowser.assertRefused;
import static io.custard.auth.oidc.TestingBrowser.beginLink;
import static io.custard.auth.oidc.TestingBrowser.link;
import static io.custard.auth.oidc.TestingBrowser.logIn;
import static io.custard.auth.oidc.TestingBrowser.newSubject;
import static io.custard.auth.oidc.TestingBrowser.person;
import static io.custard.auth.oidc.TestingBrowser.profile;
import static io.custard.auth.oidc.TestingBrowser.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.auth.TestingAccount;
import io.custard.auth.TestingEvents;
import io.custard.auth.oidc.TestingBrowser.Sent;
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
class LoginLinkTest {
  private static final String SETTINGS = "http://localhost:8080/settings";

  private final TestingEvents events;

  LoginLinkTest(TestingEvents events) {
    this.events = events;
  }

  @Test
  void whoGivesThePasswordLinksALogInThatOpensTheAccountFromThenOn() {
    TestingAccount account = TestingAccount.open();
    Map<String, Object> outside = person(newSubject(), TestingAccount.newEmail(), false);

    Response linked = link(account, TestingProvider.LOOSE, outside);

    assertThat(linked.header("Location")).isEqualTo(SETTINGS);
    assertThat(linked.cookies()).doesNotContainKey("custard_access");
    Response entered = logIn(TestingProvider.LOOSE, outside);
    assertEntered(entered);
    assertThat(profile(entered).<String>path("user.email")).isEqualTo(account.email());
    Response list = account.asks().get(LINKS);
    assertThat(list.<List<String>>path("items.provider")).containsExactly("loose");
    assertThat(list.<String>path("items[0].email")).isEqualTo(outside.get("email"));
    assertThat(account.mail(2).text()).contains("loose");
    await()
        .untilAsserted(() ->
            assertThat(events.audit("user:" + account.id()))
                .anySatisfy(event ->
                    assertThat(event.path("action").asText()).isEqualTo("login_link.added")));
  }

  @Test
  void aFoundSessionWithoutThePasswordLinksNothing() {
    TestingAccount account = TestingAccount.open();

    Response refused =
        account.asks().body(Map.of("provider", "loose", "password", "a guess")).post(LINKS);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.<String>path("code")).isEqualTo("AUTH_CREDENTIALS_WRONG");
    assertThat(refused.header("Set-Cookie")).isNull();
  }

  @Test
  void aLogInThatIsLinkedWithAnAccountStaysThere() {
    Map<String, Object> outside = person(newSubject(), TestingAccount.newEmail(), true);
    TestingAccount owner = TestingAccount.open();
    link(owner, TestingProvider.TRUSTED, outside);
    TestingAccount other = TestingAccount.open();

    Response refused = link(other, TestingProvider.TRUSTED, outside);
    Response again = link(owner, TestingProvider.TRUSTED, outside);

    assertThat(refused.header("Location")).isEqualTo(SETTINGS + "#error=AUTH_OIDC_FAILED");
    assertThat(again.header("Location")).isEqualTo(SETTINGS);
    assertThat(owner.asks().get(LINKS).<List<?>>path("items")).hasSize(1);
    assertThat(other.asks().get(LINKS).<List<?>>path("items")).isEmpty();
  }

  @Test
  void aSessionThatEndedMeanwhileLinksNothing() {
    TestingAccount account = TestingAccount.open();
    Sent sent = beginLink(account, TestingProvider.LOOSE);
    TestingAccount.post("logout", Map.of("refresh_token", account.refreshToken()));

    Response refused =
        visit(sent, person(newSubject(), account.email(), true), Fault.NONE).arrive();

    assertThat(refused.header("Location")).isEqualTo(SETTINGS + "#error=AUTH_OIDC_FAILED");
    String token = account.logIn().path("access_token");
    assertThat(TestingAccount.asks(token).get(LINKS).<List<?>>path("items")).isEmpty();
  }

  @Test
  void anUnlinkedLogInOpensNothing() {
    TestingAccount account = TestingAccount.open();
    Map<String, Object> outside = person(newSubject(), account.email(), true);
    link(account, TestingProvider.TRUSTED, outside);
    String id = account.asks().get(LINKS).path("items[0].id");

    assertThat(account.asks().delete(LINKS + "/" + id).statusCode()).isEqualTo(204);

    assertRefused(logIn(TestingProvider.TRUSTED, outside), "AUTH_OIDC_LINK_NEEDED");
    assertThat(account.asks().delete(LINKS + "/" + id).<String>path("code"))
        .isEqualTo("LOGIN_LINK_NOT_FOUND");
  }

  @Test
  void somebodyElsesLinkIsNotThere() {
    TestingAccount account = TestingAccount.open();
    link(account, TestingProvider.LOOSE, person(newSubject(), account.email(), true));
    String id = account.asks().get(LINKS).path("items[0].id");

    Response refused = TestingAccount.open().asks().delete(LINKS + "/" + id);

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(account.asks().get(LINKS).<List<?>>path("items")).hasSize(1);
  }
}

package io.custard.auth.session;

import static io.custard.auth.TestingAccount.asks;
import static io.custard.auth.TestingAccount.post;
import static io.custard.auth.TestingAccount.refresh;
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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class SessionResourceTest {
  private final TestingPeople people;
  private final TestingEvents events;

  SessionResourceTest(TestingPeople people, TestingEvents events) {
    this.people = people;
    this.events = events;
  }

  @Test
  void aRefreshTokenIsChangedForNewTokens() {
    TestingAccount account = TestingAccount.open();

    Response refreshed = refresh(account.refreshToken());

    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(refreshed.<String>path("refresh_token")).isNotEqualTo(account.refreshToken());
    assertThat(asks(refreshed.path("access_token")).get("/api/v1/auth/profile").statusCode())
        .isEqualTo(200);
    assertThat(refreshed.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aReusedRefreshTokenEndsItsFamily() {
    TestingAccount account = TestingAccount.open();
    String second = refresh(account.refreshToken()).path("refresh_token");
    String third = refresh(second).path("refresh_token");

    Response reused = refresh(account.refreshToken());

    assertThat(reused.statusCode()).isEqualTo(401);
    assertThat(reused.<String>path("code")).isEqualTo("AUTH_REFRESH_INVALID");
    assertThat(refresh(third).<String>path("code")).isEqualTo("AUTH_REFRESH_INVALID");
    await()
        .untilAsserted(() ->
            assertThat(events.audit(account.organisation().toString()))
                .anySatisfy(event ->
                    assertThat(event.path("action").asText()).isEqualTo("session.token_reused")));
    await()
        .untilAsserted(() ->
            assertThat(account.asks().get("/api/v1/auth/profile").<String>path("code"))
                .isEqualTo("AUTH_TOKEN_REVOKED"));
  }

  @Test
  void ofParallelRefreshesOneWinsAndTheSessionStays() {
    TestingAccount account = TestingAccount.open();

    List<Response> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> refresh(account.refreshToken())))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers.stream().map(Response::statusCode))
        .containsExactlyInAnyOrder(200, 409, 409, 409);
    String won =
        answers.stream()
            .filter(answer -> answer.statusCode() == 200)
            .findFirst()
            .orElseThrow()
            .path("refresh_token");
    assertThat(refresh(won).statusCode()).isEqualTo(200);
  }

  @Test
  void theTokenBeforeIsReuseWhenTheMomentIsOver() {
    TestingAccount account = TestingAccount.open();
    String second = refresh(account.refreshToken()).path("refresh_token");
    people.run(
        "update auth.sessions set used_at = now() - interval '11 s' where user_id = ?",
        account.id());

    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(refresh(second).statusCode()).isEqualTo(401);
  }

  @Test
  void theTokenBeforeFromAnotherProgramIsReuse() {
    TestingAccount account = TestingAccount.open();
    String second = refresh(account.refreshToken()).path("refresh_token");

    Response thief =
        given()
            .header("User-Agent", "thief/1.0")
            .contentType(ContentType.JSON)
            .body(Map.of("refresh_token", account.refreshToken()))
            .post("/api/v1/auth/refresh");

    assertThat(thief.statusCode()).isEqualTo(401);
    assertThat(refresh(second).statusCode()).isEqualTo(401);
  }

  @Test
  void anIdleSessionIsOver() {
    TestingAccount account = TestingAccount.open();
    people.run(
        "update auth.sessions set used_at = now() - interval '14 d 1 s' where user_id = ?",
        account.id());

    assertThat(refresh(account.refreshToken()).<String>path("code"))
        .isEqualTo("AUTH_REFRESH_INVALID");
  }

  @Test
  void refreshTokensAreStoredAsHashesOnly() {
    TestingAccount account = TestingAccount.open();

    assertThat(
            people.count(
                "select count(*) from auth.refresh_tokens t join auth.sessions s"
                    + " on s.id = t.session_id where s.user_id = ? and length(t.sha256) = 64"
                    + " and t.sha256 = s.current_sha256",
                account.id()))
        .isOne();
  }

  @Test
  void loggingOutEndsTheSessionEverywhereWithinSeconds() {
    TestingAccount account = TestingAccount.open();
    Response other = account.logIn();

    Response out = post("logout", Map.of("refresh_token", account.refreshToken()));

    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(401);
    await()
        .atMost(java.time.Duration.ofSeconds(5))
        .untilAsserted(() ->
            assertThat(account.asks().get("/api/v1/auth/profile").<String>path("code"))
                .isEqualTo("AUTH_TOKEN_REVOKED"));
    assertThat(asks(other.path("access_token")).get("/api/v1/auth/profile").statusCode())
        .isEqualTo(200);
    assertThat(post("logout", Map.of("refresh_token", account.refreshToken())).statusCode())
        .isEqualTo(204);
  }

  @Test
  void loggingOutByTheAccessTokenWorksToo() {
    TestingAccount account = TestingAccount.open();

    assertThat(account.asks().post("/api/v1/auth/logout").statusCode()).isEqualTo(204);

    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(post("logout", Map.of()).<String>path("code")).isEqualTo("AUTH_REQUIRED");
  }

  @Test
  void loggingOutEverywhereEndsAllAndTheNextLogInWorksAtOnce() {
    TestingAccount account = TestingAccount.open();
    Response other = account.logIn();

    assertThat(account.asks().post("/api/v1/auth/logout-everywhere").statusCode()).isEqualTo(204);
    Response next = account.logIn();

    assertThat(refresh(other.path("refresh_token")).statusCode()).isEqualTo(401);
    await()
        .untilAsserted(() ->
            assertThat(
                    asks(other.path("access_token"))
                        .get("/api/v1/auth/profile")
                        .<String>path("code"))
                .isEqualTo("AUTH_TOKEN_REVOKED"));
    assertThat(asks(next.path("access_token")).get("/api/v1/auth/profile").statusCode())
        .isEqualTo(200);
  }

  @Test
  void sessionsAreListedAndEndedOneByOne() {
    TestingAccount account = TestingAccount.open();
    Response other = account.logInBrowser();

    Response list = account.asks().get("/api/v1/auth/sessions");

    assertThat(list.<List<Boolean>>path("items.current")).containsExactly(false, true);
    assertThat(list.<List<Boolean>>path("items.browser")).containsExactly(true, false);
    String id = list.path("items[0].id");
    assertThat(account.asks().delete("/api/v1/auth/sessions/" + id).statusCode()).isEqualTo(204);
    assertThat(account.asks().get("/api/v1/auth/sessions").<List<?>>path("items")).hasSize(1);
    assertThat(other.statusCode()).isEqualTo(200);
  }

  @Test
  void somebodyElsesSessionIsNotThere() {
    String foreign = TestingAccount.open().asks().get("/api/v1/auth/sessions").path("items[0].id");
    TestingAccount account = TestingAccount.open();

    Response refused = account.asks().delete("/api/v1/auth/sessions/" + foreign);

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.<String>path("code")).isEqualTo("SESSION_NOT_FOUND");
    assertThat(account.asks().delete("/api/v1/auth/sessions/x").statusCode()).isEqualTo(404);
  }

  @Test
  void aBrowserGetsCookiesAndNoTokens() {
    Response browser = TestingAccount.open().logInBrowser();

    assertThat(browser.asString()).doesNotContain("access_token", "refresh_token");
    assertThat(browser.headers().getValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("custard_access=")
                .endsWith("; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("custard_refresh=custard_refresh_")
                .contains("; Path=/api/v1/auth; ", "; HttpOnly; Secure; SameSite=Strict"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("custard_csrf=")
                .doesNotContain("HttpOnly")
                .endsWith("; Secure; SameSite=Strict"));
  }

  @Test
  void aBrowserRefreshesOnlyFromItsOwnPage() {
    Response browser = TestingAccount.open().logInBrowser();
    String refresh = browser.cookie("custard_refresh");
    String csrf = browser.cookie("custard_csrf");

    Response without = browserRefresh(refresh, "", "same-origin");
    Response foreign = browserRefresh(refresh, csrf, "cross-site");
    Response own = browserRefresh(refresh, csrf, "same-origin");

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.<String>path("code")).isEqualTo("AUTH_CSRF");
    assertThat(foreign.<String>path("code")).isEqualTo("AUTH_CSRF");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.cookie("custard_refresh")).isNotEqualTo(refresh);
    assertThat(own.cookie("custard_csrf")).isEqualTo(csrf);
  }

  @Test
  void aBrowserLogsOutOnlyFromItsOwnPageAndForgetsItsCookies() {
    Response browser = TestingAccount.open().logInBrowser();
    String refresh = browser.cookie("custard_refresh");

    Response foreign =
        given()
            .cookie("custard_refresh", refresh)
            .contentType(ContentType.JSON)
            .post("/api/v1/auth/logout");
    Response own =
        given()
            .cookie("custard_refresh", refresh)
            .header("X-CSRF-Token", browser.cookie("custard_csrf"))
            .contentType(ContentType.JSON)
            .post("/api/v1/auth/logout");

    assertThat(foreign.<String>path("code")).isEqualTo("AUTH_CSRF");
    assertThat(own.statusCode()).isEqualTo(204);
    assertThat(own.headers().getValues("Set-Cookie"))
        .hasSize(3)
        .allSatisfy(cookie -> assertThat(cookie).contains("=; ", "Max-Age=0"));
  }

  @Test
  void theCookieSpeaksForTheBrowser() {
    TestingAccount account = TestingAccount.open();
    Response browser = account.logInBrowser();

    Response profile =
        given()
            .cookie("custard_access", browser.cookie("custard_access"))
            .get("/api/v1/auth/profile");

    assertThat(profile.<String>path("user.email")).isEqualTo(account.email());
  }

  @Test
  void tooManySessionsEndTheOneUnusedForLongest() {
    TestingAccount account = TestingAccount.open();
    people.run(
        "insert into auth.sessions (id, user_id, organisation_id, user_agent, address, created_at,"
            + " used_at, ends_at, current_sha256) select gen_random_uuid(), ?, ?, '', '', now(),"
            + " now() + interval '1 s', now() + interval '1 h', 'x' || n"
            + " from generate_series(1, 49) n",
        account.id(),
        account.organisation());

    account.logIn();

    assertThat(refresh(account.refreshToken()).statusCode()).isEqualTo(401);
  }

  private static Response browserRefresh(String refresh, String csrf, String site) {
    return given()
        .cookie("custard_refresh", refresh)
        .header("X-CSRF-Token", csrf)
        .header("Sec-Fetch-Site", site)
        .contentType(ContentType.JSON)
        .post("/api/v1/auth/refresh");
  }
}

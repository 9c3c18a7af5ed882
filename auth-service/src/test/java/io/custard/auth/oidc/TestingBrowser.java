package io.custard.auth.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.auth.TestingAccount;
import io.custard.testkit.oidc.Fault;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The browser of somebody who logs in by a provider; goes one step at a time. */
final class TestingBrowser {
  static final String LINKS = "/api/v1/auth/login-links";

  private static final ObjectMapper JSON = new ObjectMapper();

  private TestingBrowser() {}

  /**
   * A browser at the provider's door.
   *
   * @param cookie that binds it
   */
  record Sent(String address, String cookie) {}

  /**
   * A browser that the provider sends back.
   *
   * @param address path and query
   */
  record Returning(String address, String cookie) {
    Response arrive() {
      return arrive(cookie);
    }

    Response arrive(String otherCookie) {
      return plain().cookie("custard_oidc", otherCookie).get(address);
    }
  }

  /** What a provider says of somebody. */
  static Map<String, Object> person(String subject, String email, boolean verified) {
    return Map.of("sub", subject, "email", email, "email_verified", verified, "name", "Ann Apple");
  }

  static String newSubject() {
    return "subject-" + UUID.randomUUID();
  }

  static Sent start(String realm, String returnTo) {
    return sent(plain().get("/api/v1/auth/oidc/" + realm + "/start?return_to=" + returnTo));
  }

  static Sent sent(Response started) {
    assertThat(started.statusCode()).as(started.asString()).isEqualTo(303);
    return new Sent(started.header("Location"), started.cookie("custard_oidc"));
  }

  static Returning visit(Sent sent, Map<String, Object> person, Fault fault) {
    Response left =
        plain()
            .get(
                sent.address()
                    + "&testing_fault="
                    + fault
                    + "&testing_person="
                    + URLEncoder.encode(json(person), StandardCharsets.UTF_8));
    assertThat(left.statusCode()).as(left.asString()).isEqualTo(302);
    URI back = URI.create(left.header("Location"));
    return new Returning(back.getRawPath() + "?" + back.getRawQuery(), sent.cookie());
  }

  /** All the way. */
  static Response logIn(String realm, Map<String, Object> person) {
    return logIn(realm, person, Fault.NONE);
  }

  static Response logIn(String realm, Map<String, Object> person, Fault fault) {
    return visit(start(realm, "/questions"), person, fault).arrive();
  }

  /** All the way, of somebody who is logged in and gives their password. */
  static Response link(TestingAccount account, String realm, Map<String, Object> outside) {
    return visit(beginLink(account, realm), outside, Fault.NONE).arrive();
  }

  static Sent beginLink(TestingAccount account, String realm) {
    Map<String, String> wanted =
        Map.of("provider", realm, "password", TestingAccount.PASSWORD, "return_to", "/settings");
    Response begun = account.asks().body(wanted).post(LINKS);
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(200);
    return new Sent(begun.path("authorization_url"), begun.cookie("custard_oidc"));
  }

  /** Without following redirects. */
  static RequestSpecification plain() {
    return given().redirects().follow(false).urlEncodingEnabled(false);
  }

  /** Sent to the log-in page with this code, and with no session. */
  static void assertRefused(Response answer, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("http://localhost:8080/login#error=" + code);
    assertThat(answer.cookies()).doesNotContainKeys("custard_access", "custard_refresh");
  }

  /** Sent to where they wanted, with a session. */
  static void assertEntered(Response answer) {
    assertThat(answer.header("Location")).isEqualTo("http://localhost:8080/questions");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.cookies()).containsKeys("custard_access", "custard_refresh", "custard_csrf");
  }

  /** Who the session is. */
  static Response profile(Response entered) {
    return given()
        .cookie("custard_access", entered.cookie("custard_access"))
        .get("/api/v1/auth/profile");
  }

  private static String json(Map<String, Object> person) {
    try {
      return JSON.writeValueAsString(person);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}

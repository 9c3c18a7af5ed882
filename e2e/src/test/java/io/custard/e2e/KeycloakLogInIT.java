package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.embedded.ReservedPort;
import io.custard.testkit.TestingSignUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Log-in by a real Keycloak, as a browser goes through it; only in the long form. */
@Timeout(900)
@EnabledIfSystemProperty(
    named = "custard.long",
    matches = "true",
    disabledReason = "long: ./custard test --long")
class KeycloakLogInIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path STATE = Path.of("target", "state-keycloak").toAbsolutePath();
  private static final String REALM = "custard";

  /** Both sides must encode it as the standard says. */
  private static final String SECRET = "s3cret: of+Keycloak%";

  /** In the addresses of this run, for the accounts of the last one are still there. */
  private static final String RUN = UUID.randomUUID().toString();

  /** The form of the log-in page. */
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private static ReservedPort port;
  private static Keycloak keycloak;
  private static URI edge;

  @BeforeAll
  static void start() throws Exception {
    port = ReservedPort.preferring(0);
    Map<String, String> settings =
        Map.of(
            "CUSTARD_AUTH_OIDC_PROVIDER_KEYCLOAK_ISSUER",
            Keycloak.issuer(port.number(), REALM),
            "CUSTARD_AUTH_OIDC_PROVIDER_KEYCLOAK_CLIENT_ID",
            "custard",
            "CUSTARD_AUTH_OIDC_PROVIDER_KEYCLOAK_CLIENT_SECRET",
            SECRET,
            "CUSTARD_AUTH_OIDC_PROVIDER_KEYCLOAK_EMAIL_TRUSTED",
            "true");
    assertThat(Programs.launch(STATE, settings, "up")).isZero();
    edge =
        URI.create(JSON.readTree(STATE.resolve("run/context.json").toFile()).path("url").asText());
    keycloak = Keycloak.start(port.number(), REALM, realm());
  }

  @AfterAll
  static void stop() throws Exception {
    if (keycloak != null) {
      keycloak.close();
    }
    Programs.launch(STATE, Map.of(), "down");
    port.close();
  }

  @Test
  void aFirstLogInOpensAnAccount() throws Exception {
    try (Browser browser = new Browser()) {
      HttpResponse<String> entered = logIn(browser, "ann");

      assertThat(Browser.next(entered)).isEqualTo(edge.resolve("/questions"));
      JsonNode profile = profile(browser);
      assertThat(profile.at("/user/email").asText()).isEqualTo(RUN + "-ann@example.com");
      assertThat(profile.at("/user/name").asText()).isEqualTo("Ann Apple");
      assertThat(profile.path("role").asText()).isEqualTo("owner");
    }
  }

  @Test
  void aSecondLogInFindsTheAccountAgain() throws Exception {
    try (Browser first = new Browser();
        Browser second = new Browser()) {
      logIn(first, "ben");
      logIn(second, "ben");

      assertThat(profile(second).at("/user/id").asText())
          .isNotEmpty()
          .isEqualTo(profile(first).at("/user/id").asText());
    }
  }

  @Test
  void whoseEmailIsNotVerifiedIsRefused() throws Exception {
    try (Browser browser = new Browser()) {
      HttpResponse<String> refused = logIn(browser, "mallory");

      assertThat(Browser.next(refused))
          .isEqualTo(edge.resolve("/login#error=AUTH_OIDC_LINK_NEEDED"));
      assertThat(browser.get(edge.resolve("/api/v1/auth/profile")).statusCode()).isEqualTo(401);
    }
  }

  /** All the way; the answer that sends the browser back into the web app. */
  private static HttpResponse<String> logIn(Browser browser, String name) throws Exception {
    HttpResponse<String> sent =
        browser.get(edge.resolve("/api/v1/auth/oidc/keycloak/start?return_to=/questions"));
    HttpResponse<String> page = browser.get(Browser.next(sent));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    Matcher form = ACTION.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    HttpResponse<String> back =
        browser.post(action, Map.of("username", name, "password", TestingSignUp.PASSWORD));
    HttpResponse<String> arrived = browser.get(Browser.next(back));
    assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(303);
    return arrived;
  }

  private static JsonNode profile(Browser browser) throws Exception {
    HttpResponse<String> answer = browser.get(edge.resolve("/api/v1/auth/profile"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String realm() throws IOException {
    return Files.readString(Path.of("src/test/resources/keycloak-realm.json"))
        .replace("{secret}", SECRET)
        .replace("{callback}", edge + "/api/v1/auth/oidc/keycloak/callback")
        .replace("{password}", TestingSignUp.PASSWORD)
        .replace("{run}", RUN);
  }
}

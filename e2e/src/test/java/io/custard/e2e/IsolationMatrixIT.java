package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.access.ConnectionLevel;
import io.custard.access.Permission;
import io.custard.access.Role;
import io.custard.testkit.TestingSignUp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of every service, by its document, called by those who may not: nobody at all,
 * forged tokens, somebody of another organisation with valid ids, a viewer, a narrow API token. An
 * operation that the permission matrix does not name fails here.
 */
class IsolationMatrixIT {
  private static final Duration MAIL = Duration.ofSeconds(30);
  private static final String INVITATIONS = "/api/v1/organisations/current/invitations";

  private static RunningSuite suite;
  private static Api owner;
  private static Api viewer;
  private static Api stranger;
  private static List<ApiOperation> operations;
  private static Map<String, String> ids;
  private static List<String> before;

  @BeforeAll
  static void start() throws Exception {
    suite = RunningSuite.get();
    operations = ApiOperation.all();
    owner = suite.api();
    stranger = suite.anonymous();
    stranger.signUp();
    viewer = invited("viewer");
    invite(UUID.randomUUID() + "@example.com", "analyst");
    ids = ids();
    assertThat(ids.values()).doesNotContain("");
    before = state();
  }

  @AfterEach
  void nothingHasChanged() throws Exception {
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void everyOperationHasItsPlaceInTheMatrix() {
    assertThat(operations).hasSizeGreaterThan(50);
    assertThat(operations)
        .allSatisfy(operation -> {
          assertThat(operation.permission()).as("%s names no permission", operation).isNotEmpty();
          if (!operation.isOpen()) {
            assertThat(operation.permissions()).isNotEmpty();
          }
        });
  }

  @Test
  void nobodyGetsInWithoutATokenOrWithAForgedOne() throws Exception {
    ForgedTokens forged = new ForgedTokens(owner.token(), suite.state());
    assertThat(owner.as(forged.right()).get("/api/v1/auth/profile").status()).isEqualTo(200);
    Map<String, String> tokens = forged.all();
    tokens.put("none", "");
    assertSoftly(softly ->
        tokens.forEach((name, token) -> {
          for (ApiOperation operation : closed()) {
            expect(softly, operation, owner.as(token), name, 401);
          }
        }));
  }

  @Test
  void validIdsOfAnotherOrganisationLeadNowhere() {
    assertSoftly(softly -> {
      for (ApiOperation operation : closed()) {
        if (!operation.parameters().isEmpty() || operation.namesConnectionInBody()) {
          expect(softly, operation, stranger, "stranger", isForPlatform(operation) ? 403 : 404);
        }
      }
    });
  }

  @Test
  void aViewerDoesNothingBeyondTheMatrix() {
    assertSoftly(softly -> {
      for (ApiOperation operation : closed()) {
        if (operation.permissions().stream().noneMatch(IsolationMatrixIT::forViewers)) {
          expect(softly, operation, viewer, "viewer", 403);
        }
      }
    });
  }

  @Test
  void anApiTokenDoesNothingBeyondItsScope() throws Exception {
    Api.Answer made =
        viewer.post(
            "/api/v1/auth/tokens",
            Map.of("name", "narrow", "scopes", List.of("organisation:read")));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    Api narrow = owner.as(made.body().path("token").asText());
    assertSoftly(softly -> {
      for (ApiOperation operation : closed()) {
        if (operation.permissions().stream()
            .noneMatch(it -> it.scope() != null && it.scope().name().equals("ORGANISATION_READ"))) {
          expect(softly, operation, narrow, "narrow token", 403);
        }
      }
    });
  }

  private static List<ApiOperation> closed() {
    return operations.stream().filter(operation -> !operation.isOpen()).toList();
  }

  private static boolean isForPlatform(ApiOperation operation) {
    return operation.permissions().stream().allMatch(Permission::forPlatform);
  }

  private static boolean forViewers(Permission permission) {
    boolean level = permission.level() == null || permission.level() == ConnectionLevel.ASK;
    return permission.leastRole() == Role.VIEWER && level && !permission.forPlatform();
  }

  private static void expect(
      SoftAssertions softly, ApiOperation operation, Api caller, String who, int status) {
    try {
      Api.Answer answer =
          caller.call(operation.method(), operation.at(ids), "application/json", body(operation));
      softly.assertThat(answer.status()).as("%s as %s", operation, who).isEqualTo(status);
      softly
          .assertThat(answer.contentType())
          .as("%s as %s", operation, who)
          .startsWith("application/problem+json");
    } catch (Exception e) {
      softly.fail("%s as %s: %s".formatted(operation, who, e), e);
    }
  }

  /** What would be done if it were allowed. */
  private static byte[] body(ApiOperation operation) {
    if (operation.body().isMissingNode()) {
      return new byte[0];
    }
    Map<String, Object> known =
        Map.of(
            "connection_id",
            suite.sampleConnection(),
            "sql",
            "select 1",
            "level",
            "manage",
            "role",
            "analyst");
    return SchemaBody.of(operation.body(), known).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> ids() throws Exception {
    String person = viewer.get("/api/v1/auth/profile").body().at("/user/id").asText();
    Api.Answer token =
        owner.post("/api/v1/auth/tokens", Map.of("name", "whole", "scopes", List.of("ask")));
    String key = "/api/v1/connections/" + suite.sampleConnection() + "/keys";
    Api.Answer example =
        owner.post(
            "/api/v1/query/examples",
            Map.of(
                "connection_id",
                suite.sampleConnection(),
                "question",
                "Which one is it?",
                "sql",
                "select 1 as one"));
    Map<String, String> ids = new HashMap<>();
    ids.put("connectionId", suite.sampleConnection());
    ids.put("exampleId", example.body().path("id").asText());
    // query-orchestrator's own tests try models and feedback of somebody else
    ids.put("name", "somebody-elses");
    ids.put("queryId", UUID.randomUUID().toString());
    ids.putAll(accountIds(person, token, key));
    return ids;
  }

  private static Map<String, String> accountIds(String person, Api.Answer token, String key)
      throws Exception {
    return Map.of(
        "id",
        suite.sampleConnection(),
        "key_id",
        owner.get(key).body().at("/items/0/key_id").asText(),
        "user_id",
        person,
        "userId",
        person,
        "sessionId",
        owner.get("/api/v1/auth/sessions").body().at("/items/0/id").asText(),
        "tokenId",
        token.body().path("id").asText(),
        // no provider is configured here; auth-service's own test tries somebody else's link
        "linkId",
        UUID.randomUUID().toString(),
        // query-orchestrator's own test tries somebody else's approval
        "approvalId",
        UUID.randomUUID().toString(),
        "invitationId",
        owner.get(INVITATIONS).body().at("/items/0/id").asText());
  }

  /** Names, roles and ids of whatever the owner has; no times, which pass by themselves. */
  private static List<String> state() throws Exception {
    List<String> state = new ArrayList<>();
    String connection = "/api/v1/connections/" + suite.sampleConnection();
    for (String path :
        List.of(
            connection,
            connection + "/keys",
            connection + "/grants",
            "/api/v1/organisations/current",
            INVITATIONS,
            "/api/v1/auth/users",
            "/api/v1/auth/tokens",
            "/api/v1/auth/sessions")) {
      JsonNode body = owner.get(path).body();
      for (String field : List.of("id", "name", "role", "active", "level", "revoked", "open_to")) {
        state.add(path + " " + field + " " + body.findValuesAsText(field));
      }
    }
    return state;
  }

  private static Api invited(String role) throws Exception {
    String email = UUID.randomUUID() + "@example.com";
    String link = invite(email, role);
    Api.Answer joined =
        suite
            .anonymous()
            .post(
                "/api/v1/auth/accept-invitation",
                Map.of("token", link, "password", TestingSignUp.PASSWORD));
    assertThat(joined.status()).as(joined.body().toString()).isEqualTo(200);
    return suite.anonymous().as(joined.body().path("access_token").asText());
  }

  private static String invite(String email, String role) throws Exception {
    Api.Answer sent = owner.post(INVITATIONS, Map.of("email", email, "role", role));
    assertThat(sent.status()).as(sent.body().toString()).isBetween(200, 202);
    return owner.mails().await(email, 1, MAIL).token();
  }
}

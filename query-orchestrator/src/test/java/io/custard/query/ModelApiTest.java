package io.custard.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.openai.Reply;
import io.custard.testkit.openai.Script;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that organisations add, and who may see what. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
@QuarkusTestResource(value = ScriptedModels.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnModelSettings.class, restrictToAnnotatedClass = true)
class ModelApiTest extends ModelFixture {
  @Inject Pool pool;

  @Test
  void aModelOfTheOrganisationIsAskedWithItsKeyWhichNobodySees() {
    Response added = add(own("Own"));
    Response answer = ask(Map.of("question", HARD, "model", "own"));
    Response list = get(token, "");

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.path("settings.api_key").toString()).isEqualTo("kept");
    assertThat(code(answer)).isEqualTo("SQL_NOT_READ_ONLY");
    assertThat(endpoint.requests()).hasSize(4);
    assertThat(installed.requests()).isEmpty();
    assertThat(list.path("items.name").toString()).isEqualTo("[built-in, scripted, Own]");
    assertThat(list.path("items.source").toString())
        .isEqualTo("[built-in, installation, organisation]");
    assertThat(added.asString() + list.asString() + get(token, "/Own").asString())
        .doesNotContain(KEY);
  }

  @Test
  void theKeyLiesSealedInTheDatabase() {
    add(own("own"));

    String row =
        pool.preparedQuery("select * from query.model where organisation_id = $1")
            .execute(Tuple.of(organisation))
            .await()
            .atMost(Duration.ofSeconds(5))
            .iterator()
            .next()
            .toJson()
            .encode();

    assertThat(row).contains("\"key_id\":\"first\"").doesNotContain(KEY);
    assertThat(row)
        .doesNotContain(
            new String(
                java.util.Base64.getEncoder().encode(KEY.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.US_ASCII));
  }

  @Test
  void theOrganisationsUsualModelGoesBeforeTheInstallations() {
    Map<String, Object> wanted = own("own");
    wanted.put("usual", true);
    add(wanted);

    ask(Map.of("question", HARD));

    assertThat(endpoint.requests()).hasSize(4);
    assertThat(installed.requests()).isEmpty();
    assertThat(get(token, "").path("items.usual").toString()).isEqualTo("[false, false, true]");
    assertThat(get(stranger, "").path("items.usual").toString()).isEqualTo("[false, true]");
  }

  @Test
  void whatIsAbsentInAChangeStays() {
    add(own("own"));

    Response changed =
        send(token, "PATCH", "/own", Map.of("aliases", List.of("mine"), "context_tokens", 4096));
    ask(Map.of("question", HARD, "model", "MINE"));

    assertThat((int) changed.path("settings.context_tokens")).isEqualTo(4096);
    assertThat((int) changed.path("settings.version")).isEqualTo(2);
    assertThat(changed.path("settings.api_key").toString()).isEqualTo("kept");
    assertThat(endpoint.requests()).hasSize(4);
  }

  @Test
  void aKeyDoesNotGoToAnotherServer() {
    add(own("own"));
    String elsewhere = "http://127.0.0.1:1/v1";

    Response kept = send(token, "PATCH", "/own", Map.of("base_url", elsewhere));
    Response dropped = send(token, "PATCH", "/own", Map.of("base_url", elsewhere, "api_key", ""));

    assertThat(code(kept)).isEqualTo("REQUEST_INVALID");
    assertThat(dropped.path("settings.api_key").toString()).isEqualTo("none");
  }

  @Test
  void aModelMayHaveNoKey() {
    Map<String, Object> wanted = own("own");
    wanted.remove("api_key");

    Response added = add(wanted);
    Response tested = send(token, "POST", "/own/test", Map.of());

    assertThat(added.path("settings.api_key").toString()).isEqualTo("none");
    assertThat(tested.path("reason").toString()).contains("API key");
  }

  @Test
  void anotherOrganisationHasNoPartInIt() {
    add(own("own"));

    assertThat(get(stranger, "").path("items.name").toString()).isEqualTo("[built-in, scripted]");
    assertThat(code(get(stranger, "/own"))).isEqualTo("MODEL_NOT_FOUND");
    assertThat(code(send(stranger, "POST", "/own/test", Map.of()))).isEqualTo("MODEL_NOT_FOUND");
    assertThat(code(send(stranger, "PATCH", "/own", Map.of("usual", true))))
        .isEqualTo("MODEL_NOT_FOUND");
    assertThat(code(send(stranger, "DELETE", "/own", Map.of()))).isEqualTo("MODEL_NOT_FOUND");
    assertThat(send(stranger, "POST", "", own("own")).statusCode()).isEqualTo(201);
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void aDeletedModelIsNotAskedAnyMore() {
    add(own("own"));

    Response deleted = send(token, "DELETE", "/own", Map.of());

    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(code(get(token, "/own"))).isEqualTo("MODEL_NOT_FOUND");
    assertThat(code(ask(Map.of("question", HARD, "model", "own"))))
        .isEqualTo("QUERY_MODEL_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "OWN", "mine", "Scripted", "script", "built-in", "budget"})
  void aNameBelongsToOneModel(String name) {
    Map<String, Object> first = own("own");
    first.put("aliases", List.of("mine"));
    add(first);

    assertThat(code(add(own(name)))).isEqualTo("MODEL_NAME_TAKEN");
  }

  @Test
  void theInstallationsModelsAreChangedByItsConfigurationOnly() {
    assertThat(code(send(token, "PATCH", "/scripted", Map.of("usual", false))))
        .isEqualTo("MODEL_CONFIGURED");
    assertThat(code(send(token, "DELETE", "/built-in", Map.of()))).isEqualTo("MODEL_CONFIGURED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/v1",
        "https://169.254.169.254/latest",
        "http://[::1]:6379/v1",
        "http://127.0.0.2/v1",
        "https://0/v1",
        "https://[::ffff:10.0.0.1]/v1",
        "http://8.8.8.8/v1",
        "https://user:pass@8.8.8.8/v1",
        "ftp://8.8.8.8/v1"
      })
  void whatOnlyWeCanReachIsNoAddressOfAModel(String address) {
    Map<String, Object> wanted = own("own");
    wanted.put("base_url", address);

    assertThat(code(add(wanted))).isEqualTo("MODEL_ADDRESS_NOT_ALLOWED");
  }

  @Test
  void anAddressIsJudgedAgainBeforeEachCall() {
    add(own("own"));
    pool.preparedQuery("update query.model set base_url = $2 where organisation_id = $1")
        .execute(Tuple.of(organisation, endpoint.url().replace("127.0.0.1", "127.0.0.2")))
        .await()
        .atMost(Duration.ofSeconds(5));

    Response tested = send(token, "POST", "/own/test", Map.of());

    assertThat((boolean) tested.path("available")).isFalse();
    assertThat(tested.path("reason").toString()).contains("may not be called");
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void noRedirectIsFollowed() throws Exception {
    HttpServer redirects =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    redirects.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Location", endpoint.url() + "/chat/completions");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    redirects.start();
    Map<String, Object> wanted = own("own");
    wanted.put("base_url", "http://127.0.0.1:" + redirects.getAddress().getPort() + "/v1");
    add(wanted);

    Response tested = send(token, "POST", "/own/test", Map.of());
    redirects.stop(0);

    assertThat((boolean) tested.path("available")).isFalse();
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void aTestSaysWhetherAModelAnswersAndWhyNot() {
    add(own("good"));
    Map<String, Object> wrong = own("wrong");
    wrong.put("api_key", "sk-other");
    add(wrong);

    Response good = send(token, "POST", "/good/test", Map.of());
    Response bad = send(token, "POST", "/wrong/test", Map.of());

    assertThat((boolean) good.path("available")).isTrue();
    assertThat((int) good.path("millis")).isNotNegative();
    assertThat((boolean) bad.path("available")).isFalse();
    assertThat(bad.path("reason").toString()).contains("API key").doesNotContain("sk-other");
  }

  @Test
  void availabilityIsFoundOutByProbes() {
    add(own("good"));
    Map<String, Object> gone = own("gone");
    gone.put("base_url", "http://127.0.0.1:1/v1");
    add(gone);
    Map<String, Object> wrong = own("wrong");
    wrong.put("api_key", "sk-other");
    add(wrong);

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() ->
            assertThat(get(token, "").path("items.availability.state").toString())
                .isEqualTo("[available, available, unavailable, available, unavailable]"));
    assertThat(get(token, "/gone").path("availability.reason").toString()).isEqualTo("unreachable");
    assertThat(get(token, "/wrong").path("availability.reason").toString())
        .isEqualTo("key_refused");
    assertThat(endpoint.requests()).isEmpty();
  }

  @Test
  void aModelThatFailedFiveTimesIsAskedByProbesOnly() {
    Map<String, Object> gone = own("gone");
    gone.put("base_url", "http://127.0.0.1:1/v1");
    add(gone);
    for (int i = 0; i < 3; i++) {
      ask(Map.of("question", HARD, "model", "gone"));
    }

    Response refused = ask(Map.of("question", HARD, "model", "gone"));

    assertThat(code(refused)).isEqualTo("QUERY_MODEL_UNAVAILABLE");
    assertThat(refused.path("detail").toString()).contains("not asked until");
  }

  @Test
  void onlyAdministratorsChangeModelsAndSeeTheirSettings() {
    add(own("own"));
    String analyst = member("analyst");

    assertThat(code(send(analyst, "POST", "", own("other")))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(send(analyst, "PATCH", "/own", Map.of()))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(send(analyst, "DELETE", "/own", Map.of()))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(send(analyst, "POST", "/own/test", Map.of()))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(send(analyst, "PUT", "/budget", Map.of()))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(get(analyst, "/usage"))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(get(analyst, "").asString()).contains("own").doesNotContain("127.0.0.1", "settings");
    assertThat(get(member("admin"), "/own").path("settings.base_url").toString())
        .isEqualTo(endpoint.url());
    assertThat(given().get("/api/v1/models").statusCode()).isEqualTo(401);
  }

  @Test
  void anOrganisationHasFiftyModels() {
    for (int i = 0; i < 50; i++) {
      assertThat(add(own("m" + i)).statusCode()).isEqualTo(201);
    }

    assertThat(code(add(own("one-more")))).isEqualTo("MODEL_LIMIT");
  }

  @Test
  void aRuleSaysWhichModelsMaySeeAConnection() {
    add(own("own"));
    String rule = "/rules/" + connection;

    Response put = send(token, "PUT", rule, Map.of("allowed", List.of("OWN")));
    Response chosen = ask(Map.of("question", HARD, "model", "scripted"));
    ask(Map.of("question", HARD));

    assertThat(put.path("allowed").toString()).isEqualTo("[own]");
    assertThat(chosen.statusCode()).isEqualTo(403);
    assertThat(code(chosen)).isEqualTo("QUERY_MODEL_NOT_ALLOWED");
    assertThat(endpoint.requests()).as("in place of the usual one").hasSize(4);
    assertThat(installed.requests()).isEmpty();
  }

  @Test
  void anEmptyRuleLeavesTheBuiltInTranslator() {
    String rule = "/rules/" + connection;
    send(token, "PUT", rule, Map.of("allowed", List.of()));

    Response asked = ask(Map.of("question", HARD));
    Response kept = get(token, rule);
    send(token, "DELETE", rule, Map.of());
    Response free = get(token, rule);

    assertThat(code(asked)).isEqualTo("QUERY_NOT_ANSWERABLE");
    assertThat(installed.requests()).isEmpty();
    assertThat((boolean) kept.path("restricted")).isTrue();
    assertThat((boolean) free.path("restricted")).isFalse();
  }

  @Test
  void rulesAreForThoseWhoManageTheConnection() {
    String rule = "/rules/" + connection;
    Map<String, Object> none = Map.of("allowed", List.of());

    assertThat(code(send(member("analyst"), "PUT", rule, none))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(get(member("viewer"), rule))).isEqualTo("AUTH_FORBIDDEN");
    assertThat(code(send(stranger, "PUT", rule, none))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(get(stranger, rule))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(send(stranger, "DELETE", rule, none))).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(code(send(token, "PUT", rule, Map.of("allowed", List.of("nobody")))))
        .isEqualTo("QUERY_MODEL_UNKNOWN");
    assertThat((boolean) get(token, rule).path("restricted")).isFalse();
  }

  @Test
  void aModelThatIsDeletedLeavesTheRulesSoThatItsNameProvesNothing() {
    add(own("own"));
    send(token, "PUT", "/rules/" + connection, Map.of("allowed", List.of("own")));
    send(token, "DELETE", "/own", Map.of());
    endpoint.play(Script.always(new Reply.Text("{}")));
    add(own("own"));

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            assertThat(code(ask(Map.of("question", HARD, "model", "own"))))
                .isEqualTo("QUERY_MODEL_NOT_ALLOWED"));
  }
}

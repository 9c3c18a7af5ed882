package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.e2e.Api.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every claim of the first slice and every bad input, once, through every process. */
class WholeSuiteIT {
  /** Long enough that only a cancel or a deadline ends it. */
  private static final String ENDLESS =
      "select count(*) from generate_series(1, 100000) a, generate_series(1, 1000000) b";

  private static RunningSuite suite;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    suite = RunningSuite.get();
    api = suite.api();
  }

  @Test
  void sqlIsAnsweredThroughEveryProcess() throws Exception {
    Answer answer = api.sql(suite.sampleConnection(), "select 1 as one");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("rows").toString()).isEqualTo("[[1]]");
    assertThat(answer.body().path("columns").toString())
        .isEqualTo("[{\"name\":\"one\",\"type\":\"integer\"}]");
    assertThat(answer.body().path("sql_query")).isEqualTo(answer.body().path("sql"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many patients are there?            | [[60]]",
        "How many doctors are surgeons?          | [[2]]",
        "How many visits were there?             | [[400]]",
        "What is the average salary of doctors?  | [[9700.125]]",
        "What are the names of the departments?  | [[\"Cardiology\"],[\"Surgery\"],[\"Paediatrics\"]]"
      })
  void questionsAboutAnUnknownSchemaAreAnswered(String question, String rows) throws Exception {
    try (LinkedConnection clinic = clinic()) {
      Answer answer = api.ask(clinic.id(), question);

      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      assertThat(answer.body().path("rows").toString().replaceAll("0+]", "]"))
          .isEqualTo(rows.replaceAll("0+]", "]"));
      assertThat(answer.body().path("answer").asText()).isNotBlank();
    }
  }

  @Test
  void theServicesReadinessIsOneAnswer() throws Exception {
    assertThat(suite.anonymous().get("/health").status()).isEqualTo(200);
  }

  @Test
  void nothingIsAnsweredWithoutLoggingIn() throws Exception {
    Answer answer = suite.anonymous().sql(suite.sampleConnection(), "select 1");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("AUTH_REQUIRED");
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from orders                                              | SQL_NOT_READ_ONLY",
        "with gone as (delete from orders returning *) select * from gone | SQL_NOT_READ_ONLY",
        "select * into copy from orders                                  | SQL_NOT_READ_ONLY",
        "select 1; select 2                                              | SQL_MULTIPLE_STATEMENTS",
        "select pg_read_file('/etc/passwd')                              | SQL_FUNCTION_NOT_ALLOWED",
        "select * from no_such_table                                     | SQL_EXECUTION_FAILED",
        "selec 1                                                         | SQL_UNPARSEABLE"
      })
  void whatIsNoSingleReadIsRefused(String sql, String code) throws Exception {
    Answer answer = api.sql(suite.sampleConnection(), sql);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().path("detail").asText()).isNotBlank();
  }

  @Test
  void aQuestionBeyondTheTranslatorIsDeclinedWithTheReason() throws Exception {
    Answer answer =
        api.ask(suite.sampleConnection(), "Why did our brand feel tired to the zeitgeist?");

    assertThat(answer.code()).isEqualTo("QUERY_NOT_ANSWERABLE");
    assertThat(answer.body().path("detail").asText())
        .startsWith("I can't answer this without a model");
  }

  @Test
  void aMegabyteOfQuestionIsRefused() throws Exception {
    Answer answer = api.ask(suite.sampleConnection(), "how many ".repeat(120_000));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void unknownAndForeignConnectionsAreNotFoundAlike() throws Exception {
    Api stranger = suite.anonymous();
    stranger.signUp();

    Answer foreign = stranger.sql(suite.sampleConnection(), "select 1");
    Answer unknown = api.sql(UUID.randomUUID().toString(), "select 1");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(unknown.code()).isEqualTo("CONNECTION_NOT_FOUND");
    assertThat(foreign.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    assertThat(stranger.get("/api/v1/connections/" + suite.sampleConnection()).status())
        .isEqualTo(404);
  }

  @Test
  void withoutAnAgentTheAskerIsToldToStartOne() throws Exception {
    String id = LinkedConnection.create(api, "no agent").path("id").asText();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(api.sql(id, "select 1").code()).isEqualTo("AGENT_NOT_LINKED"));
  }

  @Test
  void aWrongKeyEndsTheAgentWithACode() throws Exception {
    JsonNode made = LinkedConnection.create(api, "wrong key");
    String key = made.path("agent_key").asText();
    api.delete("/api/v1/connections/" + made.path("id").asText());

    try (AgentProcess agent =
        AgentProcess.start(api.edge(), made.path("id").asText(), key, suite.clinicUrl("x"))) {
      assertThat(agent.awaitExit(60)).isEqualTo(5);
      assertThat(agent.log()).contains("AGENT_KEY_REVOKED").doesNotContain(key);
    }
  }

  @Test
  void deletingAConnectionEndsItsLink() throws Exception {
    try (LinkedConnection clinic = clinic()) {
      api.delete("/api/v1/connections/" + clinic.id());

      assertThat(clinic.agent().awaitExit(10)).isEqualTo(5);
      assertThat(api.sql(clinic.id(), "select 1").code()).isEqualTo("CONNECTION_NOT_FOUND");
    }
  }

  @Test
  void anAgentKilledMidQueryIsToldToTheAsker() throws Exception {
    try (LinkedConnection clinic = clinic()) {
      CompletableFuture<Answer> asked = later(() -> api.sql(clinic.id(), ENDLESS));
      await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(running()).isOne());

      clinic.agent().kill();

      assertThat(asked.get().code()).isEqualTo("AGENT_LINK_LOST");
      assertThat(asked.get().status()).isEqualTo(502);
      await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(running()).isZero());
    }
  }

  @Test
  void aQueryPastItsDeadlineIsGoneFromTheDatabase() throws Exception {
    try (LinkedConnection clinic = clinic()) {
      Answer answer =
          api.post(
              "/api/v1/query",
              Map.of("connection_id", clinic.id(), "sql", ENDLESS, "timeout_seconds", 1));

      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.code()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
      await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(running()).isZero());
    }
  }

  @Test
  void aResultLargerThanTheRowCapSaysSo() throws Exception {
    Answer answer =
        api.post(
            "/api/v1/query",
            Map.of(
                "connection_id",
                suite.sampleConnection(),
                "sql",
                "select n from generate_series(1, 5000) n",
                "max_rows",
                10));

    assertThat(answer.body().path("row_count").asInt()).isEqualTo(10);
    assertThat(answer.body().path("truncated").toString())
        .isEqualTo("{\"reason\":\"rows\",\"limit\":10}");
  }

  @Test
  void manyChunksArriveWholeAndInOrder() throws Exception {
    Answer answer =
        api.post(
            "/api/v1/query",
            Map.of(
                "connection_id",
                suite.sampleConnection(),
                "sql",
                "select n, repeat('x', 300) from generate_series(1, 9000) n",
                "max_rows",
                10_000));

    assertThat(answer.body().path("row_count").asInt()).isEqualTo(9_000);
    assertThat(answer.body().path("rows").get(8_999).get(0).asInt()).isEqualTo(9_000);
    assertThat(answer.body().path("truncated").isNull()).isTrue();
  }

  @Test
  void aRefusedLogInIsNamedWithoutThePassword() throws Exception {
    String wrong = "not-the-password-8731";
    try (LinkedConnection clinic =
        LinkedConnection.start(api, "wrong password", suite.clinicUrl(wrong))) {
      Answer answer = api.sql(clinic.id(), "select 1");

      assertThat(answer.code()).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
      assertThat(answer.body().toString()).doesNotContain(wrong);
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() ->
              assertThat(clinic.status().path("agents").get(0).path("code").asText())
                  .isEqualTo("AGENT_DATABASE_LOGIN_REFUSED"));
      assertThat(clinic.agent().log()).doesNotContain(wrong);
    }
  }

  @Test
  void anOverPrivilegedRoleIsNamedInTheStatus() throws Exception {
    try (LinkedConnection clinic = clinic()) {
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() ->
              assertThat(clinic.status().path("agents").get(0).path("role_warning").asText())
                  .isNotBlank());
    }
  }

  @Test
  void aRightRoleIsMadeByTheStatementsThatTheStatusShows() throws Exception {
    try (LinkedConnection clinic = clinic()) {
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() ->
              assertThat(clinic.status().path("agents").get(0).path("role_repair").asText())
                  .contains("CREATE ROLE"));
      String repair = clinic.status().path("agents").get(0).path("role_repair").asText();
      String role =
          Pattern.compile("CREATE ROLE (\\S+)")
              .matcher(repair)
              .results()
              .findFirst()
              .orElseThrow()
              .group(1);
      try (Connection owner = suite.postgres().connect("clinic");
          Statement statement = owner.createStatement()) {
        statement.execute(repair.replace("choose-a-password", "repaired-4711"));
      }

      String url = suite.clinicUrl("repaired-4711").replaceFirst("//[^:]+:", "//" + role + ":");
      try (LinkedConnection clean =
          LinkedConnection.start(api, Map.of("name", "clean", "require_clean_role", true), url)) {
        assertThat(api.sql(clean.id(), "select count(*) from patient").status()).isEqualTo(200);
        assertThat(clean.status().path("agents").get(0).path("role_findings")).isEmpty();
      }
    }
  }

  @Test
  void aConnectionThatRequiresACleanRoleRunsNothingUnderAnAlmightyOne() throws Exception {
    String almighty = suite.clinicUrl(suite.postgres().superuserPassword());
    try (LinkedConnection clinic =
        LinkedConnection.start(
            api, Map.of("name", "strict", "require_clean_role", true), almighty)) {
      Answer answer = api.sql(clinic.id(), "select 1");

      assertThat(answer.code()).isEqualTo("AGENT_ROLE_TOO_POWERFUL");
      assertThat(answer.body().path("detail").asText()).contains("role_repair");
    }
  }

  private static LinkedConnection clinic() throws Exception {
    return LinkedConnection.start(
            api, "clinic", suite.clinicUrl(suite.postgres().superuserPassword()))
        .withSchema();
  }

  /** How many of our endless statements the database is at work on. */
  private static int running() throws SQLException {
    try (Connection connection = suite.postgres().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = 'clinic'"
                    + " and state = 'active' and query like '%generate_series%'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private interface Asking {
    Answer ask() throws Exception;
  }

  private static CompletableFuture<Answer> later(Asking asking) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return asking.ask();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }
}

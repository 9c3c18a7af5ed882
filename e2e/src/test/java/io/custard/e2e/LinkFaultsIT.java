package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.e2e.Api.Answer;
import io.custard.testkit.network.TcpProxy;
import io.custard.testkit.network.TcpProxy.Swallow;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents, networks and databases that fail; each end is told within its time, and mends. */
@Timeout(120)
class LinkFaultsIT {
  /** A second or more of work. */
  private static final String LONG = "select sum(a) from generate_series(1, 6000000) a";

  private static RunningSuite suite;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    suite = RunningSuite.get();
    api = suite.api();
  }

  @Test
  void agentKilledMidQueryIsToldOrAnsweredByTheOther() throws Exception {
    try (Members pair = pair("killed")) {
      List<CompletableFuture<Answer>> asked = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        asked.add(later(() -> pair.sql(LONG, 30)));
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> suite.activeInClinic("6000000") >= 2);

      pair.agent(0).kill();

      List<String> ends = new ArrayList<>();
      for (CompletableFuture<Answer> answer : asked) {
        ends.add(answer.get().status() == 200 ? "rows" : answer.get().code());
      }
      assertThat(ends).contains("rows").isSubsetOf("rows", "AGENT_LINK_LOST");
      assertThat(pair.sql("select 1").status()).isEqualTo(200);
    }
  }

  @Test
  void frozenAgentIsShownWithin15SecondsAndTheOtherWorks() throws Exception {
    try (Members pair = pair("frozen")) {
      pair.agent(0).freeze();
      try {
        double found = seconds(20, () -> assertThat(pair.working()).hasSize(1));
        for (int i = 0; i < 10; i++) {
          Answer answer = pair.sql("select 1", 8);
          assertThat(answer.status()).as("query %d: %s", i, answer.body()).isEqualTo(200);
        }
        report("frozen agent shown after %.1f s", found);
        assertThat(found).isLessThan(15);
      } finally {
        pair.agent(0).thaw();
      }
      report("thawed agent works after %.1f s", seconds(30, () -> pair.awaitLinked(2)));
    }
  }

  @Test
  void agentCutOffByANetworkThatForgotComesBackByItsOwnNewSocket() throws Exception {
    try (TcpProxy network = TcpProxy.to(suite.edge().getPort());
        Members one = Members.none(api, "cut off", suite.clinicReader())) {
      one.addThrough(URI.create("http://127.0.0.1:" + network.port()), one.key());
      one.awaitLinked(1);
      String before = linkOf(one);

      network.swallow(Swallow.BOTH);
      double found = seconds(25, () -> assertThat(one.working()).isEmpty());
      assertThat(one.sql("select 1", 5).code()).matches("AGENT_NOT_LINKED|AGENT_LINK_LOST");
      network.forward();
      double back = seconds(40, () -> one.awaitLinked(1));
      report("cut-off agent missed after %.1f s, back %.1f s after the network", found, back);

      network.cutSwallowing();
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(one.sql("select 1", 3).status()).isEqualTo(200));
      assertThat(one.working()).hasSize(1);
      assertThat(linkOf(one)).isNotEqualTo(before);
      assertThat(found).isLessThan(16);
      assertThat(back).isLessThan(30);
    }
  }

  @Test
  void databaseThatRestartsOrRefusesIsShownAndForgotten(@TempDir Path directory) throws Exception {
    try (FaultDatabase database = FaultDatabase.in(directory.resolve("pg"));
        Members one = Members.start(api, "database", database.url(), 1)) {
      assertThat(one.sql("select 1").status()).isEqualTo(200);
      database.restart();
      double usable = seconds(15, () -> assertThat(one.sql("select 1", 5).status()).isEqualTo(200));
      double shown = seconds(20, () -> one.awaitLinked(1));
      report("restarted database answers after %.1f s, green %.1f s later", usable, shown);

      database.changePassword();
      double red = seconds(25, () -> assertLamp(one, "red", "AGENT_DATABASE_LOGIN_REFUSED"));
      // The first may still meet a session that was ended under it.
      seconds(
          10,
          () ->
              assertThat(one.sql("select 1", 5).code()).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED"));
      database.changePasswordBack();
      double green = seconds(25, () -> one.awaitLinked(1));
      assertThat(one.sql("select 1", 5).status()).isEqualTo(200);
      report("changed password: red after %.1f s, green after %.1f s", red, green);
    }
  }

  @Test
  void revokedKeyClosesItsLinkWithinTwoSecondsAndTheOtherStays() throws Exception {
    try (Members one = Members.start(api, "keys", suite.clinicReader(), 1)) {
      Answer made = api.post("/api/v1/connections/" + one.id() + "/keys", java.util.Map.of());
      assertThat(made.status()).isEqualTo(201);
      String second = made.body().path("agent_key").asText();
      AgentProcess other = one.addThrough(api.edge(), second);
      one.awaitLinked(2);

      String path = "/api/v1/connections/" + one.id() + "/keys/";
      assertThat(api.delete(path + made.body().path("key_id").asText()).status() / 100)
          .isEqualTo(2);
      double closed = seconds(10, () -> assertThat(one.working()).hasSize(1));

      report("revoked key: link closed after %.1f s", closed);
      assertThat(other.awaitExit(10)).isEqualTo(5);
      assertThat(dial(one, second).code()).isEqualTo("AGENT_KEY_REVOKED");
      assertThat(one.sql("select 1").status()).isEqualTo(200);
      assertThat(closed).isLessThan(2);
    }
  }

  @Test
  void onlyTheConnectionsOwnKeyOpensItsLink() throws Exception {
    Api stranger = suite.anonymous();
    stranger.signUp();
    try (Members ours = Members.start(api, "ours", suite.clinicReader(), 1);
        Members theirs = Members.none(stranger, "theirs", suite.clinicReader());
        Members empty = Members.none(api, "empty", suite.clinicReader())) {
      await().untilAsserted(() -> assertThat(dial(theirs, theirs.key()).status()).isEqualTo(101));
      String wrong = ours.key().substring(0, ours.key().length() - 4) + "AAAA";

      assertThat(dial(ours, wrong)).isEqualTo(new DialAttempt(401, "AGENT_KEY_UNKNOWN"));
      assertThat(dial(ours, "nonsense").status()).isEqualTo(401);
      assertThat(dial(ours, theirs.key())).isEqualTo(new DialAttempt(403, "AGENT_KEY_FOREIGN"));
      assertThat(dial(theirs, ours.key())).isEqualTo(new DialAttempt(403, "AGENT_KEY_FOREIGN"));
      assertThat(dial(empty, ours.key())).isEqualTo(new DialAttempt(403, "AGENT_KEY_FOREIGN"));
      assertThat(DialAttempt.at(api.edge(), "not-an-id", ours.key()).code())
          .isEqualTo("CONNECTION_NOT_FOUND");
      assertThat(ours.sql("select 1").status()).isEqualTo(200);
    }
  }

  @Test
  void thousandAttemptsInASecondDisturbNobodyElse() throws Exception {
    try (Members victim = Members.start(api, "undisturbed", suite.clinicReader(), 1);
        Members attacked = Members.none(api, "attacked", suite.clinicReader());
        Load load = Load.start(20, victim)) {
      DialStorm storm = DialStorm.of(1000, api.edge(), attacked.id(), "custard_0123_bad");

      List<Load.End> ends = load.stop();

      report(
          "1000 attempts in %.1f s: %s; queries meanwhile: %s",
          storm.seconds(), storm.answers(), Load.summary(ends));
      assertThat(storm.answers().keySet()).allMatch(answer -> answer.matches("4\\d\\d .*"));
      assertThat(Load.errors(ends)).isEmpty();
      assertThat(Load.slowest(ends)).isLessThan(5);
    }
  }

  private static Members pair(String name) throws Exception {
    return Members.start(api, name, suite.clinicReader(), 2);
  }

  private static DialAttempt dial(Members at, String key) throws Exception {
    return DialAttempt.at(api.edge(), at.id(), key);
  }

  private static String linkOf(Members one) throws Exception {
    return one.working().getFirst().path("link_id").asText();
  }

  private static void assertLamp(Members one, String lamp, String code) throws Exception {
    JsonNode agent = one.agentsShown().getFirst();
    assertThat(agent.path("lamps").path("database").path("state").asText()).isEqualTo(lamp);
    assertThat(agent.path("code").asText()).isEqualTo(code);
  }

  /** How long it takes until this holds. */
  private static double seconds(int most, ThrowingRunnable holds) {
    long begin = System.nanoTime();
    await().atMost(Duration.ofSeconds(most)).untilAsserted(holds);
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void report(String format, Object... values) {
    System.out.printf("link faults: " + format + "%n", values);
  }

  private static CompletableFuture<Answer> later(java.util.concurrent.Callable<Answer> asking) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return asking.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }
}

package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.protocol.LedgerHead;
import io.custard.protocol.PolicySummary;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import io.custard.testkit.database.TestingPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dialling, losing and leaving the link. */
class AgentLinkTest extends LinkedAgent {
  @Test
  void greetsWithItsKeyAndReportsHealth() {
    link(TestingPostgres.reader());

    await().until(() -> !gateway.frames(Health.class).isEmpty());

    Hello hello = gateway.frames(Hello.class).getFirst();
    assertThat(hello.engine().dialect()).isEqualTo("postgresql");
    assertThat(hello.engine().version()).startsWith("17");
    assertThat(gateway.authorizations()).containsOnly("Bearer " + KEY.reveal());
    assertThat(hello.capabilities())
        .contains("ndjson", "csv", "probe", "drain", "schema-changes", "exposure");
    assertThat(hello.startEpochMillis()).isNotNull();
    assertThat(hello.schemaFingerprint()).isNull();
    PolicySummary open = new PolicySummary(PolicySummary.NONE, "no policy file");
    assertThat(hello.policy()).isEqualTo(open);
    LedgerHead empty = new LedgerHead(0, "0".repeat(64));
    assertThat(gateway.frames(Health.class).getFirst())
        .isEqualTo(
            new Health(Health.GREEN, null, null, null, 0, List.of(), null, false, open, empty));
  }

  @Test
  void linkLossCancelsInTheDatabaseAndTheAgentComesBack() {
    link(TestingPostgres.reader());
    execute(slow("orphaned"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("orphaned") == 1);

    gateway.cut();

    await().atMost(Duration.ofSeconds(2)).until(() -> TestingPostgres.running("orphaned") == 0);
    await().until(() -> gateway.frames(Hello.class).size() == 2);
    assertThat(gateway.frames(Failed.class)).isEmpty();
    assertThat(gateway.frames(Hello.class))
        .extracting(Hello::instanceId)
        .containsOnly(gateway.frames(Hello.class).getFirst().instanceId());
  }

  @Test
  void aFrozenGatewayIsLeftAfterThreeHeartbeats() {
    link(TestingPostgres.reader());
    execute(slow("frozen"), CREDIT, 10);
    await().until(() -> TestingPostgres.running("frozen") == 1);

    gateway.freeze();

    await().atMost(Duration.ofSeconds(6)).until(() -> TestingPostgres.running("frozen") == 0);
    gateway.thaw();
    await().until(() -> gateway.links() == 2);
  }

  @Test
  void unknownFramesAndNoiseAreIgnored() {
    link(TestingPostgres.reader());
    gateway.sendText("{\"type\":\"from-the-future\",\"x\":1}");
    gateway.sendText("not json");
    gateway.sendText("{\"type\":\"execute\"}");

    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    assertThat(gateway.links()).isEqualTo(1);
  }

  @Test
  void schemaIsSentWithAStableFingerprint() {
    link(TestingPostgres.reader());

    gateway.send(new Discover("d1", null));
    gateway.send(new Discover("d2", null));

    await().until(() -> gateway.frames(SchemaEnd.class).size() == 2);
    assertThat(gateway.frames(SchemaTable.class)).hasSize(10);
    assertThat(gateway.frames(SchemaEnd.class)).extracting(SchemaEnd::tables).containsOnly(5);
    assertThat(gateway.frames(SchemaEnd.class).get(0).fingerprint())
        .hasSize(64)
        .isEqualTo(gateway.frames(SchemaEnd.class).get(1).fingerprint());
  }

  @Test
  void aMissingDatabaseIsARedLampAndNotADeadLink() {
    link(TestingPostgres.address("reader", "sesame"));

    await().until(() -> !gateway.frames(Health.class).isEmpty());
    gateway.send(new Discover("d1", null));

    Health health = gateway.frames(Health.class).getFirst();
    assertThat(health.database()).isEqualTo(Health.RED);
    assertThat(health.code()).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
    assertThat(health.message()).doesNotContain("sesame");
    assertThat(gateway.frames(Hello.class).getFirst().engine().version()).isEqualTo("unknown");
    await().until(() -> !gateway.frames(SchemaFailed.class).isEmpty());
    assertThat(gateway.frames(SchemaFailed.class).getFirst().code())
        .isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
    assertThat(awaitFailed(execute("select 1", CREDIT, 10)).code())
        .isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
  }

  @Test
  void anUnknownKeyIsTriedAgainAfterTheAskedTime() {
    gateway.refuse(401, "AGENT_KEY_UNKNOWN");
    start(TestingPostgres.reader());
    await().until(() -> gateway.authorizations().size() == 2);

    gateway.accept();

    await().until(() -> gateway.frames(Hello.class).size() == 1);
    assertThat(exit).isNotDone();
  }

  @Test
  void aRevokedKeyStopsTheAgentAtTheUpgrade() {
    gateway.refuse(403, "AGENT_KEY_REVOKED");
    start(TestingPostgres.reader());

    assertThat(exit).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.KEY_REFUSED);
    assertThat(gateway.authorizations()).hasSize(1);
  }

  @Test
  void aRevokedKeyStopsALinkedAgent() {
    link(TestingPostgres.reader());

    gateway.send(new Refused("AGENT_KEY_REVOKED", "revoked", null));

    assertThat(exit).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitCode.KEY_REFUSED);
  }

  @Test
  void stopSaysGoodbye() {
    link(TestingPostgres.reader());

    agent.stop("the agent was stopped").toCompletionStage().toCompletableFuture().join();

    await().until(() -> !gateway.frames(Goodbye.class).isEmpty());
    assertThat(exit).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(ExitCode.STOPPED);
  }
}

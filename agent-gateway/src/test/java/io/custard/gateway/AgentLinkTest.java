package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.LinkId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.custard.protocol.event.ConnectionRegisteredV1.KeyHash;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.Topic;
import io.custard.replica.RecordSender;
import io.custard.replica.ReplicaInbox;
import io.custard.testkit.Infrastructure;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "gateway"))
class AgentLinkTest {
  private static final int REPLY_PARTITION = 3;
  private static final long REPLY_EPOCH = 4711;

  @Inject Vertx vertx;
  @Inject RecordSender sender;
  @Inject ReplicaInbox inbox;
  @Inject RedisDataSource redis;
  @Inject ObjectMapper json;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private final ConnectionId connection = ConnectionId.random();
  private final AgentKey key = AgentKey.draw();
  private int port;

  @BeforeEach
  void registered() throws Exception {
    port = io.restassured.RestAssured.port;
    register(connection, key, 1, false);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(refusal(connection, "custard_x")).isNotNull());
  }

  @Test
  void anUnknownKeyIsRefusedBeforeTheSocketOpens() throws Exception {
    UpgradeRejectedException refused = refusal(connection, AgentKey.draw().reveal());

    assertThat(refused.getStatus()).isEqualTo(401);
    assertThat(refused.getHeaders().get("Retry-After")).isEqualTo("1");
    assertThat(refused.getHeaders().get("Custard-Error")).isEqualTo("AGENT_KEY_UNKNOWN");
    JsonNode problem = json.readTree(refused.getBody().getBytes());
    assertThat(problem.path("code").asText()).isEqualTo("AGENT_KEY_UNKNOWN");
  }

  @Test
  void aKeyOpensOnlyItsOwnConnection() throws Exception {
    linked("a").close();

    UpgradeRejectedException refused = refusal(ConnectionId.random(), key.reveal());

    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(refused.getHeaders().get("Custard-Error")).isEqualTo("AGENT_KEY_FOREIGN");
  }

  @Test
  void aRevokedKeyClosesItsLinkAndOpensNoOther() throws Exception {
    ScriptedAgent agent = linked("a");

    register(connection, key, 2, true);

    assertThat(agent.await("refused").path("code").asText()).isEqualTo("AGENT_KEY_REVOKED");
    agent.awaitClose();
    assertThat(refusal(connection, key.reveal()).getStatus()).isEqualTo(403);
  }

  @Test
  void garbageOnTheRegistryDoesNotStopIt() throws Exception {
    send(Topic.REGISTRY, "x", "no json".getBytes(StandardCharsets.UTF_8));
    ConnectionId later = ConnectionId.random();
    AgentKey itsKey = AgentKey.draw();

    register(later, itsKey, 1, false);

    ScriptedAgent agent = dialUntilKnown(later, itsKey);
    assertThat(agent.isOpen()).isTrue();
    agent.close();
  }

  @Test
  void aLinkedAgentIsAskedForItsSchema() throws Exception {
    ScriptedAgent agent = dialUntilKnown(connection, key);

    agent.hello("a");

    assertThat(agent.await("welcome").path("version").asInt()).isEqualTo(1);
    assertThat(agent.await("discover").path("discoveryId").asLong()).isPositive();
    agent.close();
  }

  @Test
  void aStatementGoesToTheAgentAndItsRowsComeBackToTheAsker() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(owner("a").linkId(), 10_000);
      JsonNode asked = agent.await("execute");
      assertThat(asked.path("queryId").asText()).isEqualTo(query.toString());
      assertThat(asked.path("requireCleanRole").asBoolean()).isTrue();

      agent.send(
          new Columns(
              query, List.of(new ResultColumn("n", io.custard.protocol.ColumnType.INTEGER))));
      agent.send(new RowsFrame(query, RowEncoding.JSON_ROWS, 0, 1, utf8("[1]")));
      agent.send(new End(query, 1, 3, null, 5));

      assertThat(replies.next().path("type").asText()).isEqualTo("columns");
      assertThat(RowsFrame.decode(replies.nextBytes()).payload()).isEqualTo(utf8("[1]"));
      JsonNode end = replies.next();
      assertThat(end.path("type").asText()).isEqualTo("end");
      assertThat(end.path("epoch").asLong()).isEqualTo(REPLY_EPOCH);
    }
    agent.close();
  }

  @Test
  void anAgentThatDiesFailsItsStatements() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(owner("a").linkId(), 10_000);
      agent.await("execute");

      agent.close();

      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");
    }
  }

  @Test
  void aReplyForAStatementOfAnotherLinkIsNotPassedOn() throws Exception {
    ScriptedAgent asked = linked("a");
    ScriptedAgent other = linked("b");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(owner("a").linkId(), 10_000);
      asked.await("execute");

      other.send(new End(query, 0, 0, null, 5));
      asked.send(new End(query, 7, 0, null, 5));

      assertThat(replies.next().path("rows").asInt()).isEqualTo(7);
    }
    asked.close();
    other.close();
  }

  @Test
  void commandsForAGoneLinkOrAPastMomentAreAnsweredNotRun() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(LinkId.random(), 10_000);
      assertThat(replies.next().path("code").asText()).isEqualTo("AGENT_LINK_LOST");

      execute(owner("a").linkId(), -1);
      assertThat(replies.next().path("code").asText()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    }
    agent.close();
  }

  @Test
  void aSilentAgentIsSpokenForAfterTheDeadline() throws Exception {
    ScriptedAgent agent = linked("a");
    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      execute(owner("a").linkId(), 500);

      agent.await("cancel");

      assertThat(replies.next().path("code").asText()).isEqualTo("QUERY_DEADLINE_EXCEEDED");
    }
    agent.close();
  }

  @Test
  void anEmptiedRedisIsHealed() throws Exception {
    ScriptedAgent agent = linked("a");
    LinkOwner before = owner("a");

    redis.execute("FLUSHALL");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(owner("a"))
                .isNotNull()
                .extracting(LinkOwner::linkId)
                .isEqualTo(before.linkId()));
    agent.close();
  }

  @Test
  void aRestartedKafkaEndsNoLinkAndStatementsPassAgain() throws Exception {
    ScriptedAgent agent = linked("a");
    LinkId link = owner("a").linkId();

    Infrastructure.restartKafka();

    try (ReplyReader replies = new ReplyReader(kafka, REPLY_PARTITION)) {
      QueryId query = execute(link, 20_000);
      assertThat(agent.await("execute").path("queryId").asText()).isEqualTo(query.toString());
      agent.send(new End(query, 0, 0, null, 5));
      assertThat(replies.next().path("type").asText()).isEqualTo("end");
    }
    assertThat(owner("a").linkId()).isEqualTo(link);
    assertThat(agent.isOpen()).isTrue();
    agent.close();
  }

  @Test
  void theNewerSocketOfAnInstanceWinsAndTheOldOnesEndRemovesNothing() throws Exception {
    ScriptedAgent older = linked("a");
    ScriptedAgent newer = linked("a");
    LinkOwner owner = owner("a");

    older.awaitClose();

    assertThat(owner("a").linkId()).isEqualTo(owner.linkId());
    assertThat(newer.isOpen()).isTrue();
    newer.close();
  }

  @Test
  void whatAnAgentSaysOfItsRoleIsPassedOn() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.send(
        new Health(
            Health.GREEN,
            null,
            null,
            "May write.",
            0,
            List.of("It may write."),
            "CREATE ROLE r;",
            null,
            null,
            null));

    try (LinkEventReader events = new LinkEventReader(kafka, connection)) {
      JsonNode health = events.next("health");
      assertThat(health.path("roleWarning").asText()).isEqualTo("May write.");
      assertThat(health.path("roleFindings").get(0).asText()).isEqualTo("It may write.");
      assertThat(health.path("roleRepair").asText()).isEqualTo("CREATE ROLE r;");
    }
    agent.close();
  }

  @Test
  void whatIsNoFrameEndsTheLinkAndUnknownTypesDoNot() throws Exception {
    ScriptedAgent agent = linked("a");

    agent.raw("{\"type\":\"from-the-future\",\"x\":1}");
    agent.raw("{\"type\":\"health\",\"database\":\"green\",\"inFlight\":0}");
    await().untilAsserted(() -> assertThat(owner("a").database()).isEqualTo("green"));
    agent.raw("nonsense");

    agent.awaitClose();
  }

  private ScriptedAgent linked(String instance) throws Exception {
    ScriptedAgent agent = dialUntilKnown(connection, key);
    agent.hello(instance);
    agent.await("welcome");
    await().untilAsserted(() -> assertThat(owner(instance)).isNotNull());
    return agent;
  }

  /** As an agent would: a key made just now may take a moment to be known. */
  private ScriptedAgent dialUntilKnown(ConnectionId to, AgentKey with) {
    return await()
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptions()
        .until(() -> ScriptedAgent.dial(vertx, port, to, with.reveal()), agent -> true);
  }

  private UpgradeRejectedException refusal(ConnectionId to, String with) {
    return catchThrowableOfType(
        UpgradeRejectedException.class, () -> ScriptedAgent.dial(vertx, port, to, with));
  }

  private LinkOwner owner(String instance) throws Exception {
    String value = redis.hash(String.class).hget(LinkOwner.key(connection), instance);
    return value == null
        ? null
        : json.readValue(value.substring(value.indexOf('{')), LinkOwner.class);
  }

  private void register(ConnectionId id, AgentKey with, long version, boolean deleted)
      throws Exception {
    ConnectionRegisteredV1 event =
        new ConnectionRegisteredV1(
            id,
            new OrganisationId(UUID.randomUUID()),
            "test",
            "postgresql",
            List.of(new KeyHash(with.keyId(), with.sha256(), deleted)),
            version,
            deleted,
            null,
            null);
    send(Topic.REGISTRY, id.toString(), json.writeValueAsBytes(event));
  }

  private QueryId execute(LinkId link, long forMillis) throws Exception {
    QueryId query = QueryId.random();
    ExecuteCommand command =
        new ExecuteCommand(
            query,
            new CommandTarget(connection, link),
            new ReplicaAddress(REPLY_PARTITION, REPLY_EPOCH),
            System.currentTimeMillis() + forMillis,
            "SELECT 1",
            new ExecutionLimits(10_000, 10, 1_000),
            RowEncoding.JSON_ROWS,
            Execute.RESULT,
            65_536,
            "ann",
            true,
            null);
    sender
        .send(
            Topic.COMMANDS,
            inbox.address().orElseThrow().partition(),
            json.writerFor(Command.class).writeValueAsBytes(command))
        .await()
        .atMost(Duration.ofSeconds(5));
    return query;
  }

  private void send(Topic topic, String recordKey, byte[] value) {
    sender.send(topic, recordKey, value).await().atMost(Duration.ofSeconds(5));
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}

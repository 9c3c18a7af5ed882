package io.custard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.LinkId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.Execute;
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
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of this service have in common: a registered connection and agents for it. */
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "gateway"))
abstract class GatewayTestBase {
  protected static final int REPLY_PARTITION = 3;
  protected static final long REPLY_EPOCH = 4711;

  @Inject Vertx vertx;
  @Inject RecordSender sender;
  @Inject ReplicaInbox inbox;
  @Inject RedisDataSource redis;
  @Inject ObjectMapper json;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  final OrganisationId organisation = OrganisationId.random();
  final ConnectionId connection = ConnectionId.random();
  final AgentKey key = AgentKey.draw();
  int port;

  @BeforeEach
  void registered() throws Exception {
    port = io.restassured.RestAssured.port;
    register(connection, key, 1, false);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(refusal(connection, "custard_x")).isNotNull());
  }

  /** An agent of minor version 1. */
  ScriptedAgent linked(String instance) throws Exception {
    return linked(instance, null);
  }

  /** An agent that can do these things and answers probes. */
  ScriptedAgent linked(String instance, List<String> capabilities) throws Exception {
    ScriptedAgent agent = dialUntilKnown(connection, key).answering();
    agent.send(ScriptedAgent.hello(instance, capabilities == null ? 1 : 2, capabilities));
    agent.await("welcome");
    await().untilAsserted(() -> assertThat(owner(instance)).isNotNull());
    return agent;
  }

  /** As an agent would: a key made just now may take a moment to be known. */
  ScriptedAgent dialUntilKnown(ConnectionId to, AgentKey with) {
    return await()
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptions()
        .until(() -> ScriptedAgent.dial(vertx, port, to, with.reveal()), agent -> true);
  }

  UpgradeRejectedException refusal(ConnectionId to, String with) {
    return refusal(to, with, "127.0.0.1");
  }

  UpgradeRejectedException refusal(ConnectionId to, String with, String address) {
    return catchThrowableOfType(
        UpgradeRejectedException.class, () -> ScriptedAgent.dial(vertx, port, to, with, address));
  }

  LinkOwner owner(String instance) throws Exception {
    String value = redis.hash(String.class).hget(LinkOwner.key(connection), instance);
    return value == null
        ? null
        : json.readValue(value.substring(value.indexOf('{')), LinkOwner.class);
  }

  void register(ConnectionId id, AgentKey with, long version, boolean deleted) throws Exception {
    ConnectionRegisteredV1 event =
        new ConnectionRegisteredV1(
            id,
            organisation,
            "test",
            "postgresql",
            List.of(new KeyHash(with.keyId(), with.sha256(), deleted)),
            version,
            deleted,
            null,
            null,
            null,
            null,
            null);
    send(Topic.REGISTRY, id.toString(), json.writeValueAsBytes(event));
  }

  QueryId execute(LinkId link, long forMillis) throws Exception {
    return execute(link, forMillis, Execute.RESULT, null);
  }

  QueryId execute(LinkId link, long forMillis, String purpose, String exposure) throws Exception {
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
            purpose,
            65_536,
            "ann",
            true,
            null,
            exposure);
    command(command);
    return query;
  }

  void command(Command command) throws Exception {
    sender
        .send(
            Topic.COMMANDS,
            inbox.address().orElseThrow().partition(),
            json.writerFor(Command.class).writeValueAsBytes(command))
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  CommandTarget target(String instance) throws Exception {
    return new CommandTarget(connection, owner(instance).linkId());
  }

  void send(Topic topic, String recordKey, byte[] value) {
    sender.send(topic, recordKey, value).await().atMost(Duration.ofSeconds(5));
  }

  static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}

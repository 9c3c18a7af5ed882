package io.custard.connection.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.custard.connection.TestingOwner;
import io.custard.connection.TestingTopics;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.AgentLinkedV1;
import io.custard.protocol.event.Command;
import io.custard.protocol.event.DiscoverCommand;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.TestCommand;
import io.custard.protocol.event.TestedReply;
import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test is the gateway: it holds a link in Redis, reads commands and replies. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class CommandResourceTest {
  private static final ReplicaAddress GATEWAY = new ReplicaAddress(1, 77);

  private final TestingTopics topics;
  private final TestingLinks links;
  private final PendingTests tests;
  private final TestingOwner owner = TestingOwner.fresh();
  private final LinkId link = LinkId.random();
  private String connection;

  CommandResourceTest(TestingTopics topics, TestingLinks links, PendingTests tests) {
    this.topics = topics;
    this.links = links;
    this.tests = tests;
  }

  @BeforeEach
  void createConnection() {
    connection = owner.hasConnection();
    await().ignoreExceptions().until(() -> tests.address() != null);
  }

  @Test
  void withoutAnAgentThereIsNobodyToAsk() {
    for (String what : List.of("test", "refresh-schema")) {
      asks(owner, what).then().statusCode(503).body("code", equalTo("AGENT_NOT_LINKED"));
    }
  }

  @Test
  void strangerReachesNoAgent() {
    isLinked();

    for (String what : List.of("test", "refresh-schema")) {
      asks(TestingOwner.fresh(), what)
          .then()
          .statusCode(404)
          .body("code", equalTo("CONNECTION_NOT_FOUND"));
    }
    assertThat(commands()).isEmpty();
  }

  @Test
  void refreshSendsADiscoverToTheLink() {
    isLinked();

    asks(owner, "refresh-schema").then().statusCode(202);

    assertThat(commands()).hasSize(1);
    assertThat(commands().getFirst())
        .isInstanceOfSatisfying(
            DiscoverCommand.class,
            command -> assertThat(command.target().linkId()).isEqualTo(link));
  }

  @Test
  void testAnswersWithWhatTheAgentFound() {
    isLinked();
    topics.send(Topic.LINKS, connection, linked());
    await()
        .untilAsserted(
            () -> owner.sees(connection, "/status").then().body("linked", equalTo(true)));
    var answer = later(() -> asks(owner, "test"));
    TestCommand command = testCommand();

    replies(
        command,
        new Health(
            "red",
            "AGENT_DATABASE_UNAVAILABLE",
            "It does not answer.",
            "is a superuser",
            0,
            List.of("It is a superuser."),
            "CREATE ROLE r;",
            null,
            null,
            null),
        null);

    assertThat(command.target().linkId()).isEqualTo(link);
    answer
        .join()
        .then()
        .statusCode(200)
        .body("link_id", equalTo(link.toString()))
        .body("link", equalTo("green"))
        .body("loop", equalTo("green"))
        .body("database", equalTo("red"))
        .body("engine", equalTo("postgresql"))
        .body("engine_version", equalTo("17.11"))
        .body("code", equalTo("AGENT_DATABASE_UNAVAILABLE"))
        .body("message", equalTo("It does not answer."))
        .body("role_findings", equalTo(List.of("It is a superuser.")))
        .body("role_repair", equalTo("CREATE ROLE r;"))
        .body("took_ms", greaterThanOrEqualTo(0));
  }

  @Test
  void agentThatDoesNotAnswerInTimeHasARedLoop() {
    isLinked();
    var answer = later(() -> asks(owner, "test"));

    replies(testCommand(), null, "QUERY_DEADLINE_EXCEEDED");

    answer
        .join()
        .then()
        .statusCode(200)
        .body("link", equalTo("green"))
        .body("loop", equalTo("red"))
        .body("database", equalTo("unknown"));
  }

  @Test
  void gatewayThatLostTheLinkMakesTheLinkRed() {
    isLinked();
    var answer = later(() -> asks(owner, "test"));

    replies(testCommand(), null, "AGENT_LINK_LOST");

    answer
        .join()
        .then()
        .statusCode(200)
        .body("link", equalTo("red"))
        .body("loop", equalTo("unknown"))
        .body("database", equalTo("unknown"))
        .body("engine", nullValue())
        .body("code", equalTo("AGENT_LINK_LOST"));
  }

  @Test
  void silenceEndsAtTheDeadlineAndFurtherTestsAreRefusedMeanwhile() {
    isLinked();
    var first = later(() -> asks(owner, "test"));
    var second = later(() -> asks(owner, "test"));
    await().until(() -> commands().size() == 2);

    asks(owner, "test").then().statusCode(503).body("code", equalTo("AGENT_BUSY"));
    for (var answer : List.of(first, second)) {
      answer
          .join()
          .then()
          .statusCode(200)
          .body("link", equalTo("red"))
          .body("took_ms", greaterThanOrEqualTo(9_900));
    }
  }

  /** Each on a thread of its own: the common pool may have a single one. */
  private static CompletableFuture<Response> later(Supplier<Response> request) {
    return CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
  }

  private Response asks(TestingOwner by, String what) {
    return by.asks().post("/api/v1/connections/" + connection + "/" + what);
  }

  private void isLinked() {
    links.put(id(), new LinkOwner(GATEWAY, link, "green", 0, List.of("probe"), null, null, null));
  }

  private List<Command> commands() {
    return topics.readPartition(Topic.COMMANDS, GATEWAY.partition(), Command.class).stream()
        .filter(command -> connection.equals(target(command)))
        .toList();
  }

  private static String target(Command command) {
    return switch (command) {
      case DiscoverCommand discover -> discover.target().connectionId().toString();
      case TestCommand test -> test.target().connectionId().toString();
      default -> "";
    };
  }

  private TestCommand testCommand() {
    return (TestCommand) await().until(this::commands, found -> found.size() == 1).getFirst();
  }

  private void replies(TestCommand command, Health health, String code) {
    ReplicaAddress to = command.replyTo();
    topics.sendTo(
        Topic.REPLIES,
        to.partition(),
        new TestedReply(command.testId(), to.epoch(), health, code, null));
  }

  private AgentLinkedV1 linked() {
    return new AgentLinkedV1(
        id(),
        "one",
        link,
        new EngineDescription("postgresql", "17.11"),
        "0.1.0",
        System.currentTimeMillis(),
        null,
        null,
        null);
  }

  private ConnectionId id() {
    return ConnectionId.fromString(connection);
  }
}

package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.Capability;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.ExecuteCommand;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class MemberChoiceTest extends QueryFixture {
  @Test
  void withoutALinkTheAskerIsTold() {
    assertThat(code(sql("select 1"))).isEqualTo("AGENT_NOT_LINKED");
  }

  @Test
  void aStatementWhoseLinkBrokeIsTriedOnceOnAnotherAgent() throws Exception {
    LinkId first = gateway.link(connection, "a", Health.GREEN);
    LinkId second = gateway.link(connection, "b", Health.GREEN, 5, List.of());
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));

    ExecuteCommand lost = gateway.await(ExecuteCommand.class);
    gateway.columns(lost, ONE);
    gateway.rows(lost, 0, 1, "[1]");
    gateway.fail(lost, "AGENT_LINK_LOST");
    ExecuteCommand again = gateway.await(ExecuteCommand.class);
    gateway.answer(again, ONE, 1, "[2]");

    assertThat(lost.target().linkId()).isEqualTo(first);
    assertThat(again.target().linkId()).isEqualTo(second);
    assertThat(again.questionId()).isEqualTo(lost.questionId());
    Response answer = asked.get(10, TimeUnit.SECONDS);
    assertThat(answer.asString()).contains("\"rows\":[[2]]");
    assertThat(answer.path("id").toString()).isEqualTo(lost.questionId().toString());
  }

  @Test
  void anAgentWhoseDatabaseIsDownGetsNoWork() throws Exception {
    gateway.link(connection, "a", Health.RED);
    LinkId busy = gateway.link(connection, "b", Health.UNKNOWN, 50, List.of());
    CompletableFuture<Response> asked = later(Map.of("sql", "select 1"));

    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.fail(command, "AGENT_LINK_LOST");

    assertThat(command.target().linkId()).isEqualTo(busy);
    assertThat(code(asked.get(10, TimeUnit.SECONDS))).isEqualTo("AGENT_LINK_LOST");
  }

  @Test
  void whenEveryDatabaseIsDownTheAskerHearsItAtOnce() throws Exception {
    gateway.link(connection, "a", Health.RED);

    Response answer = sql("select 1");

    assertThat(code(answer)).isEqualTo("AGENT_DATABASE_UNAVAILABLE");
    assertThat(gateway.hasCommands()).isFalse();
  }

  @Test
  void statementsGoWhereTheFewestAreUnderWay() throws Exception {
    LinkId idle = gateway.link(connection, "a", Health.GREEN, 0, List.of());
    LinkId busy = gateway.link(connection, "b", Health.GREEN, 3, List.of());
    List<CompletableFuture<Response>> asked = new ArrayList<>();
    List<ExecuteCommand> commands = new ArrayList<>();

    for (int i = 0; i < 3; i++) { // the directory's figures do not change meanwhile
      asked.add(later(Map.of("sql", "select 1")));
      commands.add(gateway.await(ExecuteCommand.class));
    }
    Set<LinkId> tied = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      asked.add(later(Map.of("sql", "select 1")));
      commands.add(gateway.await(ExecuteCommand.class));
      tied.add(commands.getLast().target().linkId());
    }
    for (ExecuteCommand command : commands) {
      gateway.fail(command, "SQL_EXECUTION_FAILED");
    }

    assertThat(commands.subList(0, 3)).allMatch(sent -> sent.target().linkId().equals(idle));
    assertThat(tied).containsExactlyInAnyOrder(idle, busy);
    for (CompletableFuture<Response> each : asked) {
      assertThat(code(each.get(10, TimeUnit.SECONDS))).isEqualTo("SQL_EXECUTION_FAILED");
    }
  }

  @Test
  void aStreamNeedsAnAgentThatCanEncodeIt() throws Exception {
    gateway.link(connection, "a", Health.GREEN, 0, List.of(Capability.NDJSON));
    LinkId able = gateway.link(connection, "b", Health.GREEN, 9, List.of(Capability.CSV));
    StreamCaller caller = new StreamCaller(token, connection);

    StreamCaller.Streamed none = caller.start(Map.of("sql", "select 1", "format", "csv"));
    ExecuteCommand command = gateway.await(ExecuteCommand.class);
    gateway.fail(command, "SQL_EXECUTION_FAILED");

    assertThat(command.target().linkId()).isEqualTo(able);
    assertThat(none.problem()).isEqualTo("SQL_EXECUTION_FAILED");
  }

  @Test
  void anAgentThatIsTooOldForStreamsIsNamedAsTheCause() throws Exception {
    gateway.link(connection);

    StreamCaller.Streamed refused =
        new StreamCaller(token, connection).start(Map.of("sql", "select 1"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("AGENT_CAPABILITY_MISSING");
    assertThat(gateway.hasCommands()).isFalse();
  }
}

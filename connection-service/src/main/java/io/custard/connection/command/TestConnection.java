package io.custard.connection.command;

import io.custard.connection.registry.OwnedConnection;
import io.custard.connection.status.StatusTable;
import io.custard.problem.ErrorCode;
import io.custard.protocol.Capability;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.custard.protocol.event.TestCommand;
import io.custard.protocol.event.TestedReply;
import io.custard.replica.link.GatewayCommands;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks one linked agent to try its database, and waits for what it says within a deadline. */
@ApplicationScoped
class TestConnection {
  /** Earlier than ours by this, so that the gateway can still say what it found. */
  private static final long ANSWER_MILLIS = 500;

  private final LinkedAgent agents;
  private final StatusTable status;
  private final GatewayCommands commands;
  private final PendingTests tests;
  private final CommandConfig config;

  TestConnection(
      LinkedAgent agents,
      StatusTable status,
      GatewayCommands commands,
      PendingTests tests,
      CommandConfig config) {
    this.agents = agents;
    this.status = status;
    this.commands = commands;
    this.tests = tests;
    this.config = config;
  }

  Uni<TestResult> run(OwnedConnection wanted) {
    long started = System.nanoTime();
    return agents
        .of(wanted)
        .chain(owner ->
            tried(wanted, owner)
                .chain(tried ->
                    ask(wanted, owner).map(reply -> TestResult.of(tried, reply, millis(started)))));
  }

  private Uni<TestResult.Tried> tried(OwnedConnection wanted, LinkOwner owner) {
    return status
        .one(wanted)
        .map(known ->
            known.agents().stream()
                .filter(agent -> agent.linkId().equals(owner.linkId().value()))
                .findFirst()
                .map(agent -> tried(owner, agent.engine(), agent.engineVersion()))
                .orElseGet(() -> tried(owner, null, null)));
  }

  private static TestResult.Tried tried(
      LinkOwner owner, @Nullable String engine, @Nullable String version) {
    List<String> capabilities = owner.capabilities();
    boolean probes = capabilities != null && capabilities.contains(Capability.PROBE);
    return new TestResult.Tried(owner.linkId().value(), probes, engine, version);
  }

  private Uni<TestedReply> ask(OwnedConnection wanted, LinkOwner owner) {
    ReplicaAddress here = tests.address();
    CompletableFuture<TestedReply> reply = new CompletableFuture<>();
    String id = tests.add(wanted.id(), reply);
    Duration left = config.testDeadline();
    long deadline = System.currentTimeMillis() + left.toMillis() - ANSWER_MILLIS;
    CommandTarget target = new CommandTarget(wanted.id(), owner.linkId());
    return commands
        .send(owner, new TestCommand(id, target, here, deadline))
        .chain(() -> Uni.createFrom().completionStage(reply))
        .ifNoItem()
        .after(left)
        .fail()
        .onFailure(TimeoutException.class)
        .recoverWithItem(() -> silence(id, here))
        .onTermination()
        .invoke(() -> tests.remove(id));
  }

  private static TestedReply silence(String id, ReplicaAddress here) {
    return new TestedReply(
        id,
        here.epoch(),
        null,
        ErrorCode.AGENT_LINK_LOST.name(),
        "Nobody answered within the deadline.");
  }

  private static long millis(long startedNanos) {
    return Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
  }
}

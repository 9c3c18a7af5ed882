package io.custard.launcher.stack;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ChildGroup;
import io.custard.launcher.process.ChildProcess;
import io.custard.launcher.process.JavaProgram;
import io.custard.launcher.process.Readiness;
import io.custard.launcher.seed.AgentStatus;
import io.custard.launcher.seed.DemoConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Starts the agent of a connection and waits until it is linked and its schema has arrived. */
final class AgentLink {
  private static final String NAME = "connector-agent";
  private static final String HEAP = "40m";
  private static final Duration LINK_LIMIT = Duration.ofSeconds(90);
  private static final int POLL_MILLIS = 100;

  private final Home home;
  private final Progress progress;
  private final DemoConnection connection;
  private final Supervisor supervisor;

  AgentLink(Home home, Progress progress, DemoConnection connection, Supervisor supervisor) {
    this.home = home;
    this.progress = progress;
    this.connection = connection;
    this.supervisor = supervisor;
  }

  ChildGroup start(URI edge, String databaseUrl) {
    Map<String, String> environment =
        Map.of(
            "CUSTARD_GATEWAY",
            "ws://" + edge.getAuthority() + "/api/v1/connections/ws/" + connection.id(),
            "CUSTARD_KEY",
            connection.agentKey(),
            "DB_URL",
            databaseUrl,
            "CUSTARD_LEDGER",
            home.data("ledger").toString(),
            // Its port may be an agent's of this machine's owner.
            "CUSTARD_AGENT_HTTP",
            "off");
    ChildGroup group = new ChildGroup("the agent", progress);
    supervisor.watch(
        SupervisedChild.agent(new JavaProgram(NAME, NAME, HEAP, environment), home, group));
    return group;
  }

  /** A database that refuses the agent is an answer too; an agent that never links is not. */
  AgentStatus await(ChildGroup group) {
    ChildProcess agent = group.children().getFirst();
    long deadline = System.nanoTime() + LINK_LIMIT.toNanos();
    AgentStatus status = connection.status();
    while (!status.settled()) {
      if (!agent.isAlive()) {
        throw Readiness.failure(agent, "ended with code " + agent.exitCode());
      }
      if (System.nanoTime() > deadline) {
        throw tooLate(agent, status);
      }
      Readiness.pause(POLL_MILLIS);
      status = connection.status();
    }
    agent.markTrained();
    return status;
  }

  private static LauncherException tooLate(ChildProcess agent, AgentStatus status) {
    String what = status.linked() ? "sent no schema within " : "was not linked after ";
    return Readiness.failure(agent, what + LINK_LIMIT.toSeconds() + " s");
  }
}

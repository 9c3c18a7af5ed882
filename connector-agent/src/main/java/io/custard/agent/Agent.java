package io.custard.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentLimits;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.config.HttpAddress;
import io.custard.agent.database.Database;
import io.custard.agent.execution.Executions;
import io.custard.agent.execution.StatementLedger;
import io.custard.agent.execution.StatementOpening;
import io.custard.agent.guard.StatementJudge;
import io.custard.agent.health.HealthReporter;
import io.custard.agent.health.SelfReport;
import io.custard.agent.ledger.Ledger;
import io.custard.agent.link.AgentLink;
import io.custard.agent.link.ExitCode;
import io.custard.agent.link.LinkIdentity;
import io.custard.agent.link.LinkWork;
import io.custard.agent.link.Links;
import io.custard.agent.masking.MaskedSchema;
import io.custard.agent.metrics.AgentMetrics;
import io.custard.agent.metrics.LocalServer;
import io.custard.agent.metrics.Vitals;
import io.custard.agent.policy.PolicyFile;
import io.custard.agent.schema.Discovery;
import io.custard.agent.schema.Fingerprint;
import io.custard.protocol.LedgerHead;
import io.custard.protocol.PolicySummary;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** All parts of the agent, on one event loop. Start and stop may be called from any thread. */
public final class Agent {
  private static final Logger LOG = Logger.getLogger(Agent.class);

  private static final long POLICY_LOOK_MILLIS = 2_000;

  private final Context loop;
  private final Database database;
  private final AgentLink link;
  private final Duration drain;
  private final LocalServer local;

  public Agent(
      Vertx vertx,
      ObjectMapper json,
      AgentSettings settings,
      AgentLimits limits,
      Oversight oversight) {
    this.loop = vertx.getOrCreateContext();
    this.database = settings.engine().open(vertx, settings.database(), limits.maxExecutions());
    StatementOpening opening =
        new StatementOpening(
            database,
            new StatementJudge(vertx, database, oversight.policy()),
            new StatementLedger(vertx, oversight.ledger(), oversight.clock()),
            limits,
            oversight.policy());
    Executions executions = new Executions(vertx, opening, limits);
    LinkWork work =
        new LinkWork(
            executions,
            new Discovery(
                database,
                () -> new Fingerprint(json),
                table -> MaskedSchema.describe(oversight.policy().current().masks(), table)),
            new HealthReporter(database, selfReport(vertx, oversight, executions)));
    vertx.setPeriodic(
        POLICY_LOOK_MILLIS,
        look ->
            vertx.executeBlocking(() -> {
              oversight.policy().reload();
              return true;
            }));
    LinkIdentity identity = identity(settings, oversight.clock().millis());
    this.link = Links.link(vertx, json, settings, work, identity);
    this.drain = limits.drain();
    Vitals vitals = new AgentVitals(link, executions, work.health(), oversight.ledger());
    AgentMetrics metrics = new AgentMetrics(vitals);
    oversight.ledger().watch(metrics);
    this.local = new LocalServer(vertx, json, vitals, metrics);
  }

  /** Serves health and metrics too; an address that cannot be had is only a line in the log. */
  public void serveHttp(HttpAddress address) {
    loop.runOnContext(begin -> local.listen(address));
  }

  private static SelfReport selfReport(Vertx vertx, Oversight oversight, Executions executions) {
    Ledger ledger = oversight.ledger();
    return new SelfReport(
        executions::inFlight,
        () -> summary(oversight.policy()),
        () -> told(ledger.head()),
        () -> onLoop(vertx, ledger.settled()).map(Agent::told));
  }

  private static PolicySummary summary(PolicyFile policy) {
    return new PolicySummary(policy.hash(), policy.summary());
  }

  private static LedgerHead told(io.custard.agent.ledger.LedgerHead head) {
    return new LedgerHead(head.seq(), head.hash());
  }

  private static <T> Future<T> onLoop(Vertx vertx, Future<T> elsewhere) {
    Context loop = vertx.getOrCreateContext();
    Promise<T> here = Promise.promise();
    elsewhere.onComplete(result -> loop.runOnContext(back -> here.handle(result)));
    return here.future();
  }

  private static LinkIdentity identity(AgentSettings settings, long startEpochMillis) {
    String build = Agent.class.getPackage().getImplementationVersion();
    return new LinkIdentity(
        settings.connectionId(),
        UUID.randomUUID().toString(),
        build == null ? "dev" : build,
        startEpochMillis);
  }

  /** Runs until stopped or refused for good; completes with the process's exit code. */
  public Future<ExitCode> start() {
    Promise<ExitCode> ended = Promise.promise();
    loop.runOnContext(begin ->
        link.start()
            .map(end -> {
              LOG.infof("Agent ends code=%d: %s", end.code().number(), end.sentence());
              return end.code();
            })
            .onComplete(ended));
    return ended.future();
  }

  /**
   * Takes nothing new, lets statements finish for {@link AgentLimits#drain}, cancels the rest in
   * the database, says goodbye to the gateway and closes the sessions.
   */
  public Future<Void> stop(String reason) {
    Promise<Void> stopped = Promise.promise();
    loop.runOnContext(
        begin -> link.stop(reason, drain).compose(done -> database.close()).onComplete(stopped));
    return stopped.future();
  }
}

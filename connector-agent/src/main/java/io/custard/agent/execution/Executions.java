package io.custard.agent.execution;

import io.custard.agent.config.AgentLimits;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The statements of the link: a few run, some wait for their turn, the rest is refused. All on the
 * event loop.
 */
public final class Executions {
  private static final Logger LOG = Logger.getLogger(Executions.class);

  private final Vertx vertx;
  private final StatementOpening opening;
  private final Map<QueryId, Execution> accepted = new HashMap<>();
  private final Turns turns;

  public Executions(Vertx vertx, StatementOpening opening, AgentLimits limits) {
    this.vertx = vertx;
    this.opening = opening;
    this.turns = new Turns(limits.maxExecutions(), limits.maxWaiting());
  }

  /** Opens and runs, now or when it is its turn; the answer goes to the link that asked. */
  public void execute(Execute asked, OutgoingFrames out) {
    QueryId id = asked.queryId();
    if (accepted.containsKey(id)) {
      LOG.warnf("Execution asked for twice, second ignored queryId=%s", id);
      return;
    }
    if (turns.areFull()) {
      out.send(
          new Failed(
              id,
              ErrorCode.AGENT_BUSY.name(),
              "The agent has %d queries already; try again.".formatted(accepted.size())));
      return;
    }
    ExecutionLimits allowed = opening.allowed(asked);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(allowed.timeoutMillis());
    Turns.Turn turn = turns.take();
    Execution execution = new Execution(asked, out, vertx, ending -> ended(id, turn, ending));
    accepted.put(id, execution);
    execution.start(
        turn.granted().compose(now -> opening.open(asked, allowed, deadline)),
        allowed.timeoutMillis());
  }

  private void ended(QueryId id, Turns.Turn turn, Execution.Ending ending) {
    accepted.remove(id);
    turn.end();
    opening.ended(id, ending);
  }

  public void credit(QueryId id, long bytes) {
    Execution execution = accepted.get(id);
    if (execution != null) {
      execution.credit(bytes);
    }
  }

  public void cancel(QueryId id) {
    Execution execution = accepted.get(id);
    if (execution != null) {
      execution.cancel();
    }
  }

  /** Stops everything, in the database too, without a word to the lost link. */
  public Future<Void> abandonAll() {
    List<Future<Void>> stopped =
        List.copyOf(accepted.values()).stream().map(Execution::abandon).toList();
    return Future.join(stopped).mapEmpty();
  }

  public int inFlight() {
    return accepted.size();
  }

  /** Of those in flight, how many wait for their turn. */
  public int waiting() {
    return turns.waiting();
  }
}

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
import java.util.Optional;
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
    Execution known = accepted.get(id);
    if (known != null) {
      twice(id, known, out);
    } else if (turns.areFull()) {
      refuse(
          id,
          ErrorCode.AGENT_BUSY,
          "The agent has %d queries already; try again.".formatted(accepted.size()),
          out);
    } else {
      accept(asked, out);
    }
  }

  private void accept(Execute asked, OutgoingFrames out) {
    QueryId id = asked.queryId();
    ExecutionLimits allowed = opening.allowed(asked);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(allowed.timeoutMillis());
    Turns.Turn turn = turns.take();
    Execution execution = new Execution(asked, out, vertx, ending -> ended(id, turn, ending));
    accepted.put(id, execution);
    execution.start(
        turn.granted().compose(now -> opening.open(asked, allowed, deadline)),
        allowed.timeoutMillis());
  }

  /** On the same link the first one's answer is the answer; another link would wait in vain. */
  private void twice(QueryId id, Execution known, OutgoingFrames out) {
    LOG.warnf("Execution asked for twice, second ignored queryId=%s", id);
    if (!known.isOn(out)) {
      refuse(id, ErrorCode.REQUEST_INVALID, "Another link runs a query with this id.", out);
    }
  }

  /** Answers a statement that is not begun; one that is under way by this id is left alone. */
  public void refuse(QueryId id, ErrorCode code, String sentence, OutgoingFrames out) {
    Execution known = accepted.get(id);
    if (known == null || !known.isOn(out)) {
      out.send(new Failed(id, code.name(), sentence));
    }
  }

  private void ended(QueryId id, Turns.Turn turn, Execution.Ending ending) {
    accepted.remove(id);
    turn.end();
    opening.ended(id, ending);
  }

  /** Only the link that asked may let rows flow. */
  public void credit(QueryId id, long bytes, OutgoingFrames from) {
    on(from, id).ifPresent(execution -> execution.credit(bytes));
  }

  /** Only the link that asked may cancel. */
  public void cancel(QueryId id, OutgoingFrames from) {
    on(from, id).ifPresent(Execution::cancel);
  }

  private Optional<Execution> on(OutgoingFrames link, QueryId id) {
    return Optional.ofNullable(accepted.get(id)).filter(execution -> execution.isOn(link));
  }

  private List<Execution> on(OutgoingFrames link) {
    return accepted.values().stream().filter(execution -> execution.isOn(link)).toList();
  }

  /** Stops what the link asked for, in the database too, without a word to it: it is lost. */
  public void abandon(OutgoingFrames link) {
    on(link).forEach(Execution::abandon);
  }

  /** Stops what the link asked for, in the database too, and tells it why. */
  public void end(OutgoingFrames link, ErrorCode code, String sentence) {
    on(link).forEach(execution -> execution.fail(code, sentence));
  }

  /** Completes when everything that runs now for the link has ended and its last frame has left. */
  public Future<Void> finished(OutgoingFrames link) {
    return Future.join(on(link).stream().map(Execution::ended).toList()).mapEmpty();
  }

  public int inFlight() {
    return accepted.size();
  }

  /** Of those in flight, how many wait for their turn. */
  public int waiting() {
    return turns.waiting();
  }
}

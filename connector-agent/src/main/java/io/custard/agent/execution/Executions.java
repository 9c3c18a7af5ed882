package io.custard.agent.execution;

import io.custard.agent.config.AgentLimits;
import io.custard.agent.database.Database;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowCursor;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.agent.guard.StatementJudge;
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
import org.jboss.logging.Logger;

/** The statements under way on the link. */
public final class Executions {
  private static final Logger LOG = Logger.getLogger(Executions.class);

  private final Vertx vertx;
  private final Database database;
  private final StatementJudge judge;
  private final AgentLimits limits;
  private final Map<QueryId, Execution> running = new HashMap<>();

  public Executions(Vertx vertx, Database database, StatementJudge judge, AgentLimits limits) {
    this.vertx = vertx;
    this.database = database;
    this.judge = judge;
    this.limits = limits;
  }

  /** Judges and runs; the answer goes to the link that asked. */
  public void execute(Execute asked, OutgoingFrames out) {
    QueryId id = asked.queryId();
    if (running.containsKey(id)) {
      LOG.warnf("Execution asked for twice, second ignored queryId=%s", id);
      return;
    }
    if (running.size() >= limits.maxExecutions()) {
      out.send(
          new Failed(
              id,
              ErrorCode.AGENT_BUSY.name(),
              "The agent runs %d queries already; try again.".formatted(running.size())));
      return;
    }
    ExecutionLimits allowed = limits.stricter(asked.limits());
    Execution execution = new Execution(asked, out, vertx, () -> running.remove(id));
    running.put(id, execution);
    execution.start(open(asked.sql(), allowed), allowed.timeoutMillis());
  }

  private Future<RowCursor> open(String sql, ExecutionLimits allowed) {
    RowCaps caps = new RowCaps(allowed.maxRows(), allowed.maxBytes());
    return judge.judge(sql).compose(text -> database.open(text, caps, allowed.timeoutMillis()));
  }

  public void credit(QueryId id, long bytes) {
    Execution execution = running.get(id);
    if (execution != null) {
      execution.credit(bytes);
    }
  }

  public void cancel(QueryId id) {
    Execution execution = running.get(id);
    if (execution != null) {
      execution.cancel();
    }
  }

  /** Stops everything, in the database too, without a word to the lost link. */
  public Future<Void> abandonAll() {
    List<Future<Void>> stopped =
        List.copyOf(running.values()).stream().map(Execution::abandon).toList();
    return Future.join(stopped).mapEmpty();
  }

  public int inFlight() {
    return running.size();
  }
}

package io.custard.gateway.execution;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.LinkListener;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.Cancel;
import io.custard.protocol.agent.Columns;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.FailedReply;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The statements under way on this replica's links. A reply counts only on the link its statement
 * went out on; everything ends in exactly one end or failure.
 */
@ApplicationScoped
class Executions implements LinkListener {
  private static final Logger LOG = Logger.getLogger(Executions.class);

  /** How far past its deadline a statement may be before we speak for a silent agent. */
  private static final long GRACE_MILLIS = 2_000;

  /** An agent may overrun its credit by the one chunk it was writing. */
  private static final long OVERRUN_BYTES = 2L << 20;

  private final Map<QueryId, Execution> executions = new ConcurrentHashMap<>();

  /** How long the beginning of a result waits for its end. */
  private static final long HOLD_MILLIS = 2;

  private final Replies replies;
  private final Vertx vertx;

  Executions(Replies replies, Vertx vertx) {
    this.vertx = vertx;
    this.replies = replies;
  }

  /** False when a statement of this id runs already. */
  boolean begin(Execution execution) {
    boolean fresh = executions.putIfAbsent(execution.queryId(), execution) == null;
    if (fresh) {
      execution.link().inFlight().incrementAndGet();
    }
    return fresh;
  }

  Optional<Execution> find(QueryId queryId) {
    return Optional.ofNullable(executions.get(queryId));
  }

  @Override
  public void received(AgentLink link, AgentFrame frame) {
    switch (frame) {
      case Columns columns -> on(link, columns.queryId()).ifPresent(at -> columns(at, columns));
      case End end -> on(link, end.queryId()).ifPresent(at -> ended(at, end));
      case Failed failed -> end(link, failed.queryId()).ifPresent(at -> failed(at, failed));
      default -> {
        // not about a statement
      }
    }
  }

  @Override
  public void received(AgentLink link, RowsFrame rows, byte[] bytes) {
    on(link, rows.queryId()).ifPresent(at -> rows(at, rows, bytes));
  }

  private void columns(Execution at, Columns columns) {
    at.columns()
        .ifPresentOrElse(
            fault -> breakOff(at, fault),
            () -> {
              at.held()
                  .columns(new ColumnsReply(at.queryId(), at.replyTo().epoch(), columns.columns()));
              flushSoon(at);
            });
  }

  /** On the link's event loop again, so nothing comes in between. */
  private void flushSoon(Execution at) {
    vertx.setTimer(HOLD_MILLIS, passed -> on(at.link(), at.queryId()).ifPresent(this::flush));
  }

  private void flush(Execution at) {
    at.held().take().ifPresent(part -> replies.send(at.replyTo(), part));
  }

  private void rows(Execution at, RowsFrame rows, byte[] bytes) {
    if (at.credit().addAndGet(-rows.payload().remaining()) < -OVERRUN_BYTES) {
      at.link().close("more rows than credit");
      return;
    }
    at.rows(rows).ifPresentOrElse(fault -> breakOff(at, fault), () -> pass(at, bytes));
  }

  private void pass(Execution at, byte[] rows) {
    if (at.held().keeps(rows)) {
      flushSoon(at);
    } else {
      flush(at);
      replies.send(at.replyTo(), rows);
    }
  }

  private void ended(Execution at, End end) {
    Optional<String> fault = at.end(end);
    if (fault.isPresent()) {
      breakOff(at, fault.get());
    } else {
      end(at.link(), at.queryId())
          .ifPresent(ended -> replies.send(at.replyTo(), at.held().with(reply(at, end))));
    }
  }

  private void failed(Execution at, Failed failed) {
    replies.send(
        at.replyTo(),
        new FailedReply(
            at.queryId(),
            at.replyTo().epoch(),
            ErrorCode.of(failed.code()).name(),
            failed.message()));
  }

  /** A reply that is not as it should be is worth nothing: the rest of it is not waited for. */
  private void breakOff(Execution broken, String fault) {
    end(broken.link(), broken.queryId())
        .ifPresent(at -> {
          LOG.warnf("Reply broken off queryId=%s fault=%s", at.queryId(), fault);
          at.link().send(new Cancel(at.queryId()));
          replies.fail(
              at.replyTo(),
              at.queryId(),
              ErrorCode.AGENT_REPLY_INVALID,
              "The agent's reply was not in order. Ask again.");
        });
  }

  @Override
  public void closed(AgentLink link) {
    List.copyOf(executions.values()).stream()
        .filter(execution -> execution.link() == link)
        .forEach(execution ->
            end(link, execution.queryId())
                .ifPresent(at ->
                    replies.fail(
                        at.replyTo(),
                        at.queryId(),
                        ErrorCode.AGENT_LINK_LOST,
                        "The agent's link broke while the statement ran. Ask again.")));
  }

  /** Speaks for agents that let a deadline pass in silence. */
  @Scheduled(every = "1s")
  void expire() {
    long limit = System.currentTimeMillis() - GRACE_MILLIS;
    List.copyOf(executions.values()).stream()
        .filter(execution -> execution.deadlineEpochMillis() < limit)
        .forEach(this::expire);
  }

  private void expire(Execution execution) {
    end(execution.link(), execution.queryId())
        .ifPresent(at -> {
          LOG.warnf("Agent silent past the deadline queryId=%s", at.queryId());
          at.link().send(new Cancel(at.queryId()));
          replies.fail(
              at.replyTo(),
              at.queryId(),
              ErrorCode.QUERY_DEADLINE_EXCEEDED,
              "The agent did not answer in time. Ask for less or allow more time.");
        });
  }

  private static EndReply reply(Execution at, End end) {
    return new EndReply(
        at.queryId(),
        at.replyTo().epoch(),
        end.rows(),
        end.bytes(),
        end.truncation(),
        end.executeMillis());
  }

  private Optional<Execution> on(AgentLink link, QueryId queryId) {
    return find(queryId).filter(execution -> execution.link() == link);
  }

  private Optional<Execution> end(AgentLink link, QueryId queryId) {
    Optional<Execution> ended =
        on(link, queryId).filter(execution -> executions.remove(queryId, execution));
    ended.ifPresent(execution -> link.inFlight().decrementAndGet());
    return ended;
  }
}

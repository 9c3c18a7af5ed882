package io.custard.query.execution;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.event.CancelCommand;
import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.CreditCommand;
import io.custard.protocol.event.EndReply;
import io.custard.protocol.event.LinkOwner;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * One statement from its choice of an agent to its end. Every statement is a read, so one whose
 * link broke is tried once more on another agent, as long as its sink can forget what came. The
 * object's lock makes replies, deadline and cancellation one after the other; after the end nothing
 * reaches the sink.
 */
final class Run implements Running {
  /** What the way there and back may take beyond the statement's own time. */
  private static final long TRAVEL_MILLIS = 3_000;

  /** Failures of one agent that say nothing about another. */
  private static final Set<ErrorCode> ANOTHER_MAY =
      EnumSet.of(ErrorCode.AGENT_LINK_LOST, ErrorCode.AGENT_DRAINING, ErrorCode.AGENT_BUSY);

  private final RunStatement services;
  private final Statement statement;
  private final RowEncoding encoding;
  private final RowSink sink;
  private final long started = System.nanoTime();
  private final long deadline;
  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Attempt current;
  private boolean retried;
  private boolean ended;

  Run(RunStatement services, Statement statement, RowEncoding encoding, RowSink sink) {
    this.services = services;
    this.statement = statement;
    this.encoding = encoding;
    this.sink = sink;
    this.deadline = System.currentTimeMillis() + statement.limits().timeoutMillis();
  }

  Statement statement() {
    return statement;
  }

  RowEncoding encoding() {
    return encoding;
  }

  long deadline() {
    return deadline;
  }

  synchronized void start() {
    sink.begins(this);
    timer =
        services.deadlines().after(statement.limits().timeoutMillis() + TRAVEL_MILLIS, this::late);
    services
        .choose(statement, encoding, Set.of())
        .subscribe()
        .with(this::dispatch, failure -> finish(RunStatement.coded(failure)));
  }

  private synchronized void dispatch(LinkOwner owner) {
    if (ended) {
      return;
    }
    Attempt attempt = new Attempt(statement, encoding, owner);
    current = attempt;
    services
        .dispatch(this, attempt)
        .subscribe()
        .with(sent -> {}, failure -> failed(attempt.id(), RunStatement.coded(failure)));
  }

  synchronized void columns(ColumnsReply reply) {
    Attempt attempt = current(reply.queryId());
    if (attempt != null) {
      guarded(
          attempt,
          () -> {
            attempt.columns();
            sink.columns(reply.columns());
          });
    }
  }

  synchronized void rows(RowsFrame frame) {
    Attempt attempt = current(frame.queryId());
    if (attempt != null) {
      guarded(
          attempt,
          () -> {
            attempt.rows(frame);
            sink.rows(frame.payload(), frame.rows());
          });
    }
  }

  synchronized void end(EndReply reply) {
    Attempt attempt = current(reply.queryId());
    if (attempt != null) {
      guarded(
          attempt,
          () -> {
            attempt.end(reply);
            ended = true;
            sink.end(reply);
            close("OK");
          });
    }
  }

  /** The agent, or the way to it, says that there is no result. */
  synchronized void failed(QueryId id, CustardException failure) {
    Attempt attempt = current(id);
    if (attempt != null) {
      lost(attempt, failure);
    }
  }

  @Override
  public synchronized void taken(long bytes) {
    Attempt attempt = current;
    if (attempt != null && !ended) {
      credit(attempt, attempt.taken(bytes));
    }
  }

  /**
   * Called every few seconds: gives back what waited for a portion. None at all is said too while
   * the reader is slow, for an agent that hears nothing gives up.
   */
  synchronized void tick() {
    Attempt attempt = current;
    if (attempt != null && !ended && attempt.owesCredit()) {
      services.tell(
          attempt.owner(), new CreditCommand(attempt.id(), attempt.target(), attempt.rest()));
    }
  }

  /** The attempt under way, for whoever looks after links. */
  synchronized Optional<Attempt> attempt() {
    return ended ? Optional.empty() : Optional.ofNullable(current);
  }

  @Override
  public synchronized void cancel() {
    if (!ended) {
      stopAgent();
      close(ErrorCode.QUERY_CANCELLED.name());
    }
  }

  private synchronized void late() {
    if (!ended) {
      stopAgent();
      finish(
          new CustardException(
              ErrorCode.QUERY_DEADLINE_EXCEEDED,
              "Ask for less, or allow more with timeout_seconds."));
    }
  }

  /** What does not add up, here or in the sink, ends the attempt. */
  private void guarded(Attempt attempt, Runnable step) {
    try {
      step.run();
    } catch (CustardException e) {
      stopAgent();
      lost(attempt, e);
    }
  }

  private void lost(Attempt attempt, CustardException failure) {
    boolean again = ANOTHER_MAY.contains(failure.code()) && !retried && sink.forget();
    if (!again) {
      finish(failure);
      return;
    }
    retried = true;
    services.forget(attempt);
    current = null;
    LinkId left = attempt.owner().linkId();
    services
        .choose(statement, encoding, Set.of(left))
        .subscribe()
        .with(this::dispatch, none -> finish(failure));
  }

  private synchronized void finish(CustardException failure) {
    if (!ended) {
      ended = true;
      sink.failed(failure);
      close(failure.code().name());
    }
  }

  private void close(String outcome) {
    ended = true;
    ScheduledFuture<?> waiting = timer;
    if (waiting != null) {
      waiting.cancel(false);
    }
    Attempt last = current;
    if (last != null) {
      services.forget(last);
    }
    services.ended(statement, last, outcome, (System.nanoTime() - started) / 1_000_000);
  }

  private @Nullable Attempt current(QueryId id) {
    Attempt attempt = current;
    return ended || attempt == null || !attempt.id().equals(id) ? null : attempt;
  }

  private void credit(Attempt attempt, long bytes) {
    if (bytes > 0) {
      services.tell(attempt.owner(), new CreditCommand(attempt.id(), attempt.target(), bytes));
    }
  }

  private void stopAgent() {
    Attempt attempt = current;
    if (attempt != null) {
      services.tell(attempt.owner(), new CancelCommand(attempt.id(), attempt.target()));
    }
  }
}

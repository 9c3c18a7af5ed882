package io.custard.query.workflow.run;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.journal.Journals;
import io.custard.query.workflow.journal.Journals.Standing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The workflows this process has the leases of. Looks after them once a second: keeps the leases,
 * cancels what is to be cancelled, and takes up what another process left.
 */
@ApplicationScoped
class RunningWorkflows {
  private static final Logger LOG = Logger.getLogger(RunningWorkflows.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final Duration OVERDUE = Duration.ofSeconds(30);

  /** More are not accepted, and not taken up from others. */
  private static final int MOST = 500;

  private final WorkflowTable table;
  private final RunWorkflow runner;
  private final Journals journals;
  private final Vertx vertx;
  private final Map<QueryId, Running> here = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long timer = -1;
  private volatile boolean stopping;

  /** A workflow whose lease is ours; cancelled before it was begun, it is not begun. */
  private static final class Running {
    private final Workflow workflow;
    private final String fence;
    private Cancellable work = () -> {};
    private boolean cancelled;

    Running(Workflow workflow, String fence) {
      this.workflow = workflow;
      this.fence = fence;
    }

    synchronized void begin(Supplier<Cancellable> begun) {
      if (!cancelled) {
        work = begun.get();
      }
    }

    synchronized void cancel() {
      cancelled = true;
      work.cancel();
    }
  }

  RunningWorkflows(WorkflowTable table, RunWorkflow runner, Journals journals, Vertx vertx) {
    this.table = table;
    this.runner = runner;
    this.journals = journals;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(EVERY.toMillis(), tick -> look());
  }

  /** What runs is taken up by others when its lease ends. */
  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
    vertx.cancelTimer(timer);
    here.values().forEach(Running::cancel);
  }

  /** Fails with {@code QUERY_WORKFLOW_LIMIT} when there is as much under way as may be. */
  void requireRoom() {
    if (here.size() >= MOST) {
      throw new CustardException(
          ErrorCode.QUERY_WORKFLOW_LIMIT, "Ask again when some have been answered.");
    }
  }

  /** Takes the lease, unless another process has it, and runs the workflow. */
  void take(Workflow workflow) {
    if (stopping || here.size() >= MOST || here.containsKey(workflow.id())) {
      return;
    }
    journals
        .take(workflow.key())
        .subscribe()
        .with(
            fence -> fence.ifPresent(taken -> run(workflow, taken)),
            failure -> LOG.warnf("No lease workflowId=%s: %s", workflow.id(), failure));
  }

  private void run(Workflow workflow, String fence) {
    Running running = new Running(workflow, fence);
    here.put(workflow.id(), running);
    running.begin(() ->
        runner
            .run(workflow, fence)
            .onTermination()
            .invoke(() -> here.remove(workflow.id(), running))
            .subscribe()
            .with(done -> {}, failure -> noEnd(workflow, failure)));
  }

  /** Ends it as cancelled, if it runs here. */
  void cancel(QueryId id) {
    Running running = here.remove(id);
    if (running != null) {
      running.cancel();
      runner
          .end(running.workflow, running.fence, End.CANCELLED)
          .subscribe()
          .with(done -> {}, failure -> noEnd(running.workflow, failure));
    }
  }

  /** The next look at the table finds it again. */
  private static void noEnd(Workflow workflow, Throwable failure) {
    LOG.warnf("No end written workflowId=%s: %s", workflow.id(), failure);
  }

  private void look() {
    if (looking.compareAndSet(false, true)) {
      table
          .running(here.keySet())
          .invoke(this::takeUp)
          .chain(this::renewAll)
          .onTermination()
          .invoke(() -> looking.set(false))
          .subscribe()
          .with(done -> {}, failure -> LOG.warnf("Workflows cannot be looked after: %s", failure));
    }
  }

  private void takeUp(List<Workflow> all) {
    for (Workflow workflow : all) {
      if (!here.containsKey(workflow.id())) {
        takeUp(workflow);
      } else if (workflow.cancelRequested()) {
        cancel(workflow.id());
      }
    }
  }

  /** One whose time has long been over ends even where no lease can be had. */
  private void takeUp(Workflow workflow) {
    if (Instant.now().isBefore(workflow.deadline().plus(OVERDUE))) {
      take(workflow);
    } else {
      table
          .ended(workflow.key(), End.LATE)
          .subscribe()
          .with(done -> {}, failure -> noEnd(workflow, failure));
    }
  }

  private Uni<Void> renewAll() {
    List<Uni<Void>> renewals = here.values().stream().map(this::renew).toList();
    return renewals.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(renewals).andCollectFailures().replaceWithVoid();
  }

  private Uni<Void> renew(Running running) {
    Workflow workflow = running.workflow;
    return journals
        .renew(workflow.key(), running.fence)
        .invoke(standing -> {
          if (standing == Standing.LOST) {
            here.remove(workflow.id(), running);
            running.cancel();
          } else if (standing == Standing.UNREAD && workflow.request().isWhileRead()) {
            cancel(workflow.id());
          }
        })
        .replaceWithVoid();
  }
}

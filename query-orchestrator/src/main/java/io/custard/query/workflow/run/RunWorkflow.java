package io.custard.query.workflow.run;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.graph.Entry;
import io.custard.query.graph.Graph;
import io.custard.query.graph.JournalLost;
import io.custard.query.graph.Outputs;
import io.custard.query.step.AnswerGraph;
import io.custard.query.work.BeginWork;
import io.custard.query.work.Work;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.journal.Journals;
import io.custard.query.workflow.journal.Journals.Placed;
import io.custard.query.workflow.journal.LineCodec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Runs one workflow under its lease, from wherever its journal ends. All steps are reads, so one
 * that was under way when its process ended is simply done again.
 */
@ApplicationScoped
class RunWorkflow {
  private static final Logger LOG = Logger.getLogger(RunWorkflow.class);

  private final BeginWork begin;
  private final AnswerGraph steps;
  private final Journals journals;
  private final LineCodec codec;
  private final WorkflowTable table;

  RunWorkflow(
      BeginWork begin, AnswerGraph steps, Journals journals, LineCodec codec, WorkflowTable table) {
    this.begin = begin;
    this.steps = steps;
    this.journals = journals;
    this.codec = codec;
    this.table = table;
  }

  /**
   * Completes when the workflow has ended or is no longer ours. Never fails. Cancelling the
   * subscription cancels the statement under way and leaves the workflow as it is.
   */
  Uni<Void> run(Workflow workflow, String fence) {
    return journals
        .lines(workflow.key(), null)
        .chain(lines ->
            ended(lines)
                .map(end -> Uni.createFrom().item(end))
                .orElseGet(() ->
                    workflow.cancelRequested()
                        ? Uni.createFrom().item(End.CANCELLED)
                        : answer(workflow, fence, lines))
                .chain(end -> end(workflow, fence, end)))
        .onFailure()
        .recoverWithUni(lost -> left(workflow, lost));
  }

  /** Says how it ended, and gives the lease back. */
  Uni<Void> end(Workflow workflow, String fence, End end) {
    return journals.end(workflow.key(), fence, end).chain(() -> table.ended(workflow.key(), end));
  }

  private Uni<End> answer(Workflow workflow, String fence, List<Placed> lines) {
    Outputs before = steps.graph().replay(entries(lines, steps.graph()));
    return begin
        .begin(
            workflow.caller(),
            workflow.request(),
            workflow.id(),
            workflow.reader(),
            workflow.request().limits())
        .chain(work -> steps.answer(work, before, journals.journal(workflow.key(), fence)))
        .ifNoItem()
        .after(left(workflow))
        .fail()
        .map(outputs -> End.SUCCEEDED)
        .onFailure(failure -> !(failure instanceof JournalLost))
        .recoverWithItem(failure -> end(workflow, failure));
  }

  private List<Entry> entries(List<Placed> lines, Graph<Work> graph) {
    return lines.stream().flatMap(placed -> codec.entry(placed.line(), graph).stream()).toList();
  }

  private static Optional<End> ended(List<Placed> lines) {
    return lines.stream()
        .flatMap(placed -> Optional.ofNullable(placed.line().end()).stream())
        .findFirst();
  }

  private static Duration left(Workflow workflow) {
    Duration left = Duration.between(Instant.now(), workflow.deadline());
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  private static End end(Workflow workflow, Throwable failure) {
    if (failure instanceof CustardException known) {
      return End.failed(known);
    }
    if (failure instanceof TimeoutException) {
      return End.LATE;
    }
    LOG.errorf(failure, "A workflow failed unexpectedly workflowId=%s", workflow.id());
    return End.failed(
        new CustardException(ErrorCode.INTERNAL_ERROR, "Try again; if it stays, report it."));
  }

  private static Uni<Void> left(Workflow workflow, Throwable lost) {
    LOG.infof("Workflow left to others workflowId=%s why=%s", workflow.id(), lost.getMessage());
    return Uni.createFrom().voidItem();
  }
}

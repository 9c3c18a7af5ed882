package io.custard.query.step;

import io.custard.query.execution.StatementAudit;
import io.custard.query.graph.Entry;
import io.custard.query.graph.Graph;
import io.custard.query.graph.Journal;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.step.compose.Validated;
import io.custard.query.work.Work;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All steps, as what they say of themselves puts them in order: from a question to a statement that
 * our checks accept, and on to its answer. What comes to nothing before there is a statement is
 * told to the audit log here; a statement is told when it has run.
 */
@ApplicationScoped
public class AnswerGraph {
  private final Graph<Work> toAnswer;
  private final Graph<Work> toStatement;
  private final StatementAudit audit;

  AnswerGraph(@All List<Step<Work, ?>> steps, StatementAudit audit) {
    this.toAnswer = new Graph<>(steps);
    this.toStatement = toAnswer.upTo(Validated.STEP);
    this.audit = audit;
  }

  /** Up to a statement that may be run. */
  public Uni<Outputs> statement(Work work) {
    return audited(work, Journal.NONE, journal -> toStatement.run(work, Outputs.NONE, journal));
  }

  /** Up to the answer, from where the journal of a former run ends. */
  public Uni<Outputs> answer(Work work, Outputs before, Journal journal) {
    return audited(work, journal, told -> toAnswer.run(work, before, told));
  }

  /** The steps, for journals that name them. */
  public Graph<Work> graph() {
    return toAnswer;
  }

  private interface Run {
    Uni<Outputs> with(Journal journal);
  }

  private Uni<Outputs> audited(Work work, Journal journal, Run run) {
    AtomicBoolean validated = new AtomicBoolean();
    return run.with(
            entry -> {
              if (entry instanceof Entry.Done && entry.step().equals(Validated.STEP)) {
                validated.set(true);
              }
              return journal.write(entry);
            })
        .onFailure()
        .invoke(failure -> {
          if (!validated.get()) {
            audit.refused(work.asker(), work.connection().id(), work.asked().sql(), failure);
          }
        });
  }
}

package io.custard.query.step.follow;

import io.custard.conversation.FollowUp;
import io.custard.conversation.Knowledge;
import io.custard.conversation.QuestionState;
import io.custard.conversation.Rewrite;
import io.custard.conversation.Rewritten;
import io.custard.conversation.StateOfThread;
import io.custard.conversation.change.Choice;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.change.ValueFinder;
import io.custard.guard.Dialect;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.custard.query.translate.LookUpValues;
import io.custard.query.work.Work;
import io.custard.translate.ValueProbe;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads a question as a change of the one before, such as "and for last month?" or "only the paid
 * ones". What is no such change is a question like any other.
 */
@ApplicationScoped
public class FollowQuestion implements Step<Work, Followed> {
  private final FormerAnswers answers;
  private final LookUpValues values;
  private final PerSchema<List<TableDescription>> schemas;

  FollowQuestion(FormerAnswers answers, LookUpValues values, KnownSchemas schemas) {
    this.answers = answers;
    this.values = values;
    this.schemas = PerSchema.ever(schemas, (connection, tables) -> tables);
  }

  @Override
  public StepKey<Followed> key() {
    return Followed.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of();
  }

  @Override
  public Uni<Outcome<Followed>> run(Work work, Outputs outputs) {
    UUID before = work.asked().sql() == null ? work.asked().follows() : null;
    Optional<Dialect> dialect = Dialect.of(work.connection().dialect());
    return before == null || dialect.isEmpty()
        ? skipped("It follows no other question.")
        : answers
            .sql(work, before)
            .chain(sql ->
                sql.isEmpty()
                    ? skipped("There is no answer it could follow.")
                    : schemas
                        .of(work.connection())
                        .chain(tables -> follow(work, sql.get(), dialect.get(), tables)));
  }

  private Uni<Outcome<Followed>> follow(
      Work work, String sql, Dialect dialect, List<TableDescription> tables) {
    return QuestionState.read(sql, dialect, tables)
        .map(state -> new StateOfThread(sql, state))
        .map(thread ->
            read(work, thread, new Knowledge(dialect, tables, ValueFinder.NONE, work.today())))
        .orElseGet(() -> skipped("The statement before cannot be changed."));
  }

  /** Words that may be values are noted by a first reading, looked up, and known to the second. */
  private Uni<Outcome<Followed>> read(Work work, StateOfThread before, Knowledge known) {
    FollowWords words = new FollowWords();
    FollowUp first = FollowUp.read(work.question(), before, with(known, words));
    List<ValueProbe> probes = words.probes(before.state(), known.tables());
    return probes.isEmpty() || known.dialect() != Dialect.POSTGRESQL
        ? Uni.createFrom().item(() -> outcome(first, before, known))
        : values
            .lookUp(work.connection(), probes, work.asker())
            .map(hits -> with(known, FollowWords.found(hits)))
            .map(found -> outcome(FollowUp.read(work.question(), before, found), before, found));
  }

  private static Outcome<Followed> outcome(FollowUp read, StateOfThread before, Knowledge known) {
    return switch (read) {
      case FollowUp.NewQuestion whole -> new Outcome.Skipped<>("It is a question of its own.");
      case FollowUp.Chart chart ->
          new Outcome.Done<>(
              new Followed(before.sql(), "The same answer, drawn in another form.", chart.form()));
      case FollowUp.Unclear unclear -> throw unclear(unclear.clarification());
      case FollowUp.Edit edit ->
          switch (Rewrite.apply(before.sql(), edit.changes(), known.dialect(), known.tables())) {
            case Rewritten.Changed changed ->
                new Outcome.Done<>(
                    new Followed(changed.sql(), changed.explanation(), edit.chart()));
            case Rewritten.Unclear unclear -> throw unclear(unclear.clarification());
            case Rewritten.Refused refused -> new Outcome.Skipped<>(refused.message());
          };
    };
  }

  private static CustardException unclear(Clarification clarification) {
    String choices =
        clarification.choices().stream().map(Choice::label).collect(Collectors.joining("; "));
    return new CustardException(
        ErrorCode.QUERY_UNCLEAR,
        choices.isEmpty()
            ? clarification.question()
            : clarification.question() + " " + choices + ".");
  }

  private static Knowledge with(Knowledge known, ValueFinder values) {
    return new Knowledge(known.dialect(), known.tables(), values, known.today());
  }

  private static Uni<Outcome<Followed>> skipped(String reason) {
    return Uni.createFrom().item(new Outcome.Skipped<>(reason));
  }
}

package io.custard.query.compose;

import io.custard.guard.Verdict;
import io.custard.problem.ErrorCode;
import io.custard.query.connection.Connection;
import io.custard.query.draft.Draft;
import io.custard.query.draft.DraftStatement;
import io.custard.query.draft.Drafting;
import io.custard.query.execution.Asker;
import io.custard.query.guard.StatementGuard;
import io.custard.query.model.ModelFailure;
import io.custard.query.model.Models;
import io.custard.query.prompt.Question;
import io.custard.query.prompt.Rejected;
import io.custard.query.translate.TranslateQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Puts a question into a statement: by the model that was chosen, and by the built-in translator
 * where none is or the model does not do its part.
 */
@ApplicationScoped
class ReadQuestion {
  private final Models models;
  private final DraftStatement drafts;
  private final TranslateQuestion translator;
  private final StatementGuard guard;

  ReadQuestion(
      Models models, DraftStatement drafts, TranslateQuestion translator, StatementGuard guard) {
    this.models = models;
    this.drafts = drafts;
    this.translator = translator;
    this.guard = guard;
  }

  /** What was read, and the statement it became. */
  record Read(Verdict.Accepted accepted, Reading reading) {
    static Read of(Draft draft) {
      return new Read(draft.accepted(), Reading.of(draft));
    }

    private Read warned(String warning) {
      return new Read(accepted, reading.warned(warning));
    }
  }

  Uni<Read> read(Connection connection, Asked asked, Asker asker, ZoneId zone) {
    Question question =
        question(connection, Objects.requireNonNull(asked.question(), "validated"), zone);
    return models
        .choose(connection, asked.model())
        .chain(chosen ->
            chosen.isEmpty()
                ? builtIn(connection, question.text(), asker)
                : byModel(
                    Drafting.of(connection, question, chosen.get(), asker),
                    asked.timeoutMillis(),
                    asker));
  }

  /** Anew, after a database refused what a model wrote. */
  Uni<Read> again(Draft draft, String reason, long timeoutMillis) {
    return within(timeoutMillis, draft.made().without(new Rejected(draft.accepted().sql(), reason)))
        .map(Read::of);
  }

  private Uni<Read> byModel(Drafting drafting, long timeoutMillis, Asker asker) {
    return within(timeoutMillis, drafting)
        .map(Read::of)
        .onFailure(ModelFailure.class)
        .recoverWithUni(failure -> withoutModel(drafting, failure, asker));
  }

  private Uni<Draft> within(long timeoutMillis, Drafting drafting) {
    return drafts
        .draft(drafting)
        .ifNoItem()
        .after(Duration.ofMillis(timeoutMillis))
        .failWith(() -> new ModelFailure(ModelFailure.Kind.LATE));
  }

  private Uni<Read> withoutModel(Drafting drafting, ModelFailure failure, Asker asker) {
    String why = failure.sentence(drafting.model());
    return builtIn(drafting.connection(), drafting.question().text(), asker)
        .map(read -> read.warned(why + " The built-in translator read the question instead."))
        .onFailure(ErrorCode.QUERY_NOT_ANSWERABLE::isOf)
        .transform(notSure -> failure.refusal(drafting.model()));
  }

  private Uni<Read> builtIn(Connection connection, String question, Asker asker) {
    return translator
        .translate(connection, question, asker)
        .map(sql ->
            new Read(
                guard.accept(connection, sql.sql()),
                new Reading(sql.explanation(), sql.answerTemplate(), null, List.of())));
  }

  private static Question question(Connection connection, String text, ZoneId zone) {
    return new Question(text, connection.dialect(), LocalDate.now(zone), zone);
  }
}

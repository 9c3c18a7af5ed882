package io.custard.query.step.compose;

import io.custard.problem.ErrorCode;
import io.custard.query.model.Model;
import io.custard.query.model.ModelFailure;
import io.custard.query.model.Models;
import io.custard.query.translate.TranslateQuestion;
import io.custard.query.work.Work;
import io.custard.translate.Translation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The translator that needs no model. */
@ApplicationScoped
class BuiltIn {
  private final TranslateQuestion translator;

  BuiltIn(TranslateQuestion translator) {
    this.translator = translator;
  }

  /** Fails with {@code QUERY_NOT_ANSWERABLE} rather than guess. */
  Uni<Composed> read(Work work) {
    return translator
        .translate(work.connection(), work.question(), work.asker())
        .map(BuiltIn::composed);
  }

  /** In place of a model that did not do its part; fails as that one did when it is not sure. */
  Uni<Composed> instead(Work work, Model model, ModelFailure failure) {
    return read(work)
        .map(read ->
            read.warned(
                failure.sentence(model) + " The built-in translator read the question instead."))
        .onFailure(ErrorCode.QUERY_NOT_ANSWERABLE::isOf)
        .transform(notSure -> failure.refusal(model));
  }

  private static Composed composed(Translation.Sql read) {
    return new Composed(
        read.sql(),
        read.explanation(),
        read.answerTemplate(),
        null,
        Models.BUILT_IN,
        null,
        List.of());
  }
}

package io.custard.query.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.model.AskModel;
import io.custard.query.model.Said;
import io.custard.query.prompt.ComposePrompt;
import io.custard.query.prompt.Prompt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has a model write a statement, in one call. */
@ApplicationScoped
public class DraftStatement {
  private final AskModel models;
  private final ObjectMapper json;

  DraftStatement(AskModel models, ObjectMapper json) {
    this.models = models;
    this.json = json;
  }

  /**
   * Fails with {@code ModelFailure} when the model does not do its part, and with {@code
   * QUERY_UNCLEAR} or {@code QUERY_NOT_ANSWERABLE} when it says so.
   */
  public Uni<Draft> draft(Drafting drafting) {
    Prompt prompt = ComposePrompt.of(drafting.question(), drafting.schema(), drafting.before());
    return models
        .ask(drafting.model(), prompt, drafting.work().asker())
        .map(said -> read(drafting, said));
  }

  private Draft read(Drafting drafting, Said said) {
    return switch (ModelDraft.read(json, said.text())) {
      case ModelDraft.Sql sql -> draft(drafting, sql, said);
      case ModelDraft.Unclear unclear ->
          throw refusal(
              ErrorCode.QUERY_UNCLEAR, unclear.question(), "Say more exactly what is meant.");
      case ModelDraft.Impossible impossible ->
          throw refusal(
              ErrorCode.QUERY_NOT_ANSWERABLE,
              impossible.reason(),
              "The schema does not hold what is asked for.");
    };
  }

  private static Draft draft(Drafting drafting, ModelDraft.Sql sql, Said said) {
    return new Draft(
        sql.sql(),
        ModelText.reading(sql.reading(), drafting.work().question()),
        sql.sentence().isEmpty() ? null : sql.sentence(),
        said);
  }

  private static CustardException refusal(ErrorCode code, String said, String otherwise) {
    String shown = ModelText.shown(said);
    return new CustardException(code, shown.isEmpty() ? otherwise : shown);
  }
}

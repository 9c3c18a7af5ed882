package io.custard.query.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.check.Caution;
import io.custard.check.Findings;
import io.custard.check.Problem;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.check.CheckStatement;
import io.custard.query.guard.StatementGuard;
import io.custard.query.model.AskModel;
import io.custard.query.model.Said;
import io.custard.query.prompt.ComposePrompt;
import io.custard.query.prompt.Prompt;
import io.custard.query.prompt.Rejected;
import io.custard.query.prompt.SchemaPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has a model write a statement until the guard accepts one and all its names are in the schema, a
 * bounded number of times: whoever refuses says why, and the reason is what the model reads next.
 */
@ApplicationScoped
public class DraftStatement {
  /** More would be read by nobody, and the first often are the cause of the others. */
  private static final int MOST_PROBLEMS = 3;

  private final AskModel models;
  private final FindTables tables;
  private final StatementGuard guard;
  private final CheckStatement checks;
  private final ObjectMapper json;

  DraftStatement(
      AskModel models,
      FindTables tables,
      StatementGuard guard,
      CheckStatement checks,
      ObjectMapper json) {
    this.models = models;
    this.tables = tables;
    this.guard = guard;
    this.checks = checks;
    this.json = json;
  }

  /**
   * Fails with {@code ModelFailure} when the model does not do its part, with {@code QUERY_UNCLEAR}
   * or {@code QUERY_NOT_ANSWERABLE} when it says so, and with the guard's code or {@code
   * SQL_NAMES_UNKNOWN} when all it wrote was refused.
   */
  public Uni<Draft> draft(Drafting drafting) {
    return tables.of(drafting).chain(schema -> draft(drafting, schema));
  }

  private Uni<Draft> draft(Drafting drafting, SchemaPart schema) {
    Prompt prompt = ComposePrompt.of(drafting.question(), schema, drafting.before());
    return models
        .ask(drafting.model(), prompt, drafting.asker())
        .chain(said -> read(drafting.with(said), schema, said));
  }

  private Uni<Draft> read(Drafting drafting, SchemaPart schema, Said said) {
    return switch (ModelDraft.read(json, said.text())) {
      case ModelDraft.Sql sql -> judged(drafting, schema, sql);
      case ModelDraft.Unclear unclear ->
          failed(ErrorCode.QUERY_UNCLEAR, unclear.question(), "Say more exactly what is meant.");
      case ModelDraft.Impossible impossible ->
          failed(
              ErrorCode.QUERY_NOT_ANSWERABLE,
              impossible.reason(),
              "The schema does not hold what is asked for.");
    };
  }

  private Uni<Draft> judged(Drafting drafting, SchemaPart schema, ModelDraft.Sql draft) {
    Verdict.Accepted accepted;
    try {
      accepted = guard.accept(drafting.connection(), draft.sql());
    } catch (CustardException refusal) {
      return rejected(drafting, schema, draft, refusal);
    }
    return checks
        .findings(drafting.connection(), accepted)
        .chain(findings ->
            findings.problems().isEmpty()
                ? Uni.createFrom().item(accepted(drafting, accepted, draft, findings.cautions()))
                : rejected(drafting, schema, draft, wrong(findings)));
  }

  private Uni<Draft> rejected(
      Drafting drafting, SchemaPart schema, ModelDraft.Sql draft, CustardException reason) {
    return drafting.isSpent()
        ? Uni.createFrom().failure(reason)
        : draft(drafting.without(new Rejected(draft.sql(), reason.detail())), schema);
  }

  private static Draft accepted(
      Drafting drafting, Verdict.Accepted accepted, ModelDraft.Sql draft, List<Caution> cautions) {
    return new Draft(
        accepted,
        ModelText.reading(draft.reading(), drafting.question().text()),
        draft.sentence().isEmpty() ? null : draft.sentence(),
        cautions,
        drafting);
  }

  private static CustardException wrong(Findings findings) {
    return new CustardException(
        ErrorCode.SQL_NAMES_UNKNOWN,
        findings.problems().stream()
            .limit(MOST_PROBLEMS)
            .map(Problem::sentence)
            .collect(Collectors.joining(" ")));
  }

  private static Uni<Draft> failed(ErrorCode code, String said, String otherwise) {
    String shown = ModelText.shown(said);
    return Uni.createFrom()
        .failure(new CustardException(code, shown.isEmpty() ? otherwise : shown));
  }
}

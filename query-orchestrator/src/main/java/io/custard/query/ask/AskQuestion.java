package io.custard.query.ask;

import io.custard.access.Caller;
import io.custard.check.Caution;
import io.custard.check.Findings;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ExecutionLimits;
import io.custard.query.answer.Answer;
import io.custard.query.answer.AnswerTemplate;
import io.custard.query.answer.ModelSentence;
import io.custard.query.answer.Reader;
import io.custard.query.ask.QueryAnswer.Timings;
import io.custard.query.chart.Chart;
import io.custard.query.check.CheckStatement;
import io.custard.query.compose.ComposeStatement;
import io.custard.query.compose.Composed;
import io.custard.query.compose.Reading;
import io.custard.query.draft.Draft;
import io.custard.query.result.CollectRows;
import io.custard.query.result.StatementResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a request to its answer: compose, run, put into words. */
@ApplicationScoped
public class AskQuestion {
  /** What one answer may hold in memory; larger results are for streaming. */
  private static final long MAX_BYTES = 4 << 20;

  private final ComposeStatement composer;
  private final CollectRows rows;
  private final CheckStatement checks;

  AskQuestion(ComposeStatement composer, CollectRows rows, CheckStatement checks) {
    this.composer = composer;
    this.rows = rows;
    this.checks = checks;
  }

  /** Fails with a coded exception; cancelling the subscription ends what is under way. */
  public Uni<QueryAnswer> ask(Caller caller, QueryRequest request, Reader reader) {
    long started = System.nanoTime();
    return composer
        .compose(caller, request, reader.zone())
        .chain(composed -> ran(composed, request))
        .map(ran -> answer(request, ran, said(ran, reader), started));
  }

  private record Ran(Composed composed, StatementResult result, List<Caution> cautions) {}

  /** What a model wrote and a database refuses is written anew, once. */
  private Uni<Ran> ran(Composed composed, QueryRequest request) {
    return run(composed, request)
        .onFailure(ErrorCode.SQL_EXECUTION_FAILED::isOf)
        .recoverWithUni(failure ->
            composer
                .again(composed, request, ((CustardException) failure).detail())
                .onFailure()
                .recoverWithUni(hinted(composed, (CustardException) failure))
                .chain(repaired -> run(repaired, request)));
  }

  /** The joins are looked at while the database is at work. */
  private Uni<Ran> run(Composed composed, QueryRequest request) {
    return Uni.combine()
        .all()
        .unis(rows.run(composed.statement(limits(request))), cautions(composed))
        .with((result, cautions) -> new Ran(composed, result, cautions));
  }

  private Uni<List<Caution>> cautions(Composed composed) {
    Draft draft = composed.draft();
    if (draft != null) {
      return Uni.createFrom().item(draft.cautions());
    }
    return composed.accepted().relations().size() < 2
        ? Uni.createFrom().item(List.of())
        : checks.findings(composed.connection(), composed.accepted()).map(Findings::cautions);
  }

  /** The database's refusal, with the names that were probably meant. */
  private Uni<Composed> hinted(Composed composed, CustardException refusal) {
    return checks
        .findings(composed.connection(), composed.accepted())
        .map(findings -> findings.problems().stream().findFirst())
        .map(problem -> {
          throw problem.isEmpty()
              ? refusal
              : new CustardException(
                  refusal.code(), refusal.detail() + " " + problem.get().sentence());
        });
  }

  /** Nobody has told facts of columns yet, so numbers stand without units. */
  private static Answer said(Ran ran, Reader reader) {
    return Answer.of(template(ran), ran.result(), Map.of(), reader);
  }

  /** A model's sentence counts only when all its figures are references to cells that are there. */
  private static @Nullable AnswerTemplate template(Ran ran) {
    Draft draft = ran.composed().draft();
    if (draft != null && draft.sentence() != null) {
      return switch (ModelSentence.judge(draft.sentence(), ran.result())) {
        case ModelSentence.Accepted accepted -> accepted.template();
        case ModelSentence.Refused refused -> null;
      };
    }
    Reading reading = ran.composed().reading();
    String template = reading == null ? null : reading.answerTemplate();
    return template == null ? null : AnswerTemplate.parse(template);
  }

  private static ExecutionLimits limits(QueryRequest request) {
    return new ExecutionLimits(request.timeoutMillis(), request.rowsOrDefault(), MAX_BYTES);
  }

  private static QueryAnswer answer(QueryRequest request, Ran ran, Answer said, long started) {
    Composed composed = ran.composed();
    StatementResult result = ran.result();
    Reading reading = composed.reading();
    return new QueryAnswer(
        composed.id(),
        composed.connection().id(),
        request.question(),
        composed.sql(),
        composed.sql(),
        composed.explanation(),
        result.columns(),
        result.rows().asJson(),
        result.rows().count(),
        result.truncation(),
        said.text(),
        said.parts(),
        Chart.of(result),
        warnings(ran),
        reading == null ? null : reading.model(),
        reading == null ? null : reading.usage(),
        new Timings(composed.composeMillis(), result.executeMillis(), since(started)));
  }

  private static List<String> warnings(Ran ran) {
    Reading reading = ran.composed().reading();
    return Stream.concat(
            reading == null ? Stream.of() : reading.warnings().stream(),
            ran.cautions().stream().map(Caution::sentence))
        .toList();
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}

package io.custard.query.ask;

import io.custard.access.Caller;
import io.custard.protocol.ExecutionLimits;
import io.custard.query.answer.Answer;
import io.custard.query.answer.AnswerTemplate;
import io.custard.query.answer.Reader;
import io.custard.query.ask.QueryAnswer.Timings;
import io.custard.query.chart.Chart;
import io.custard.query.compose.ComposeStatement;
import io.custard.query.compose.Composed;
import io.custard.query.result.CollectRows;
import io.custard.query.result.StatementResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** From a request to its answer: compose, run, put into words. */
@ApplicationScoped
class AskQuestion {
  /** What one answer may hold in memory; larger results are for streaming. */
  private static final long MAX_BYTES = 4 << 20;

  private final ComposeStatement composer;
  private final CollectRows rows;

  AskQuestion(ComposeStatement composer, CollectRows rows) {
    this.composer = composer;
    this.rows = rows;
  }

  Uni<QueryAnswer> ask(Caller caller, QueryRequest request, Reader reader) {
    long started = System.nanoTime();
    return composer
        .compose(caller, request)
        .chain(composed ->
            rows.run(composed.statement(limits(request)))
                .map(result ->
                    answer(request, composed, result, said(composed, result, reader), started)));
  }

  /** Nobody has told facts of columns yet, so numbers stand without units. */
  private static Answer said(Composed composed, StatementResult result, Reader reader) {
    String template = composed.answerTemplate();
    return Answer.of(
        template == null ? null : AnswerTemplate.parse(template), result, Map.of(), reader);
  }

  private static ExecutionLimits limits(QueryRequest request) {
    return new ExecutionLimits(request.timeoutMillis(), request.rowsOrDefault(), MAX_BYTES);
  }

  private static QueryAnswer answer(
      QueryRequest request, Composed composed, StatementResult result, Answer said, long started) {
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
        List.of(),
        new Timings(composed.composeMillis(), result.executeMillis(), since(started)));
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}

package io.custard.query.stream;

import io.custard.access.Caller;
import io.custard.protocol.QueryId;
import io.custard.query.answer.Reader;
import io.custard.query.execution.RunStatement;
import io.custard.query.graph.Outputs;
import io.custard.query.history.History;
import io.custard.query.http.Hangup;
import io.custard.query.step.AnswerGraph;
import io.custard.query.step.compose.Composed;
import io.custard.query.step.compose.ValidateStatement;
import io.custard.query.work.BeginWork;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** From a request to rows that flow as fast as their reader takes them. */
@ApplicationScoped
class StreamRows {
  private final BeginWork begin;
  private final AnswerGraph graph;
  private final ValidateStatement judge;
  private final History history;
  private final RunStatement statements;
  private final StreamConfig config;

  StreamRows(
      BeginWork begin,
      AnswerGraph graph,
      ValidateStatement judge,
      History history,
      RunStatement statements,
      StreamConfig config) {
    this.begin = begin;
    this.graph = graph;
    this.judge = judge;
    this.history = history;
    this.statements = statements;
    this.config = config;
  }

  /**
   * Completes when the columns are there; fails before, never after. A caller who hangs up cancels
   * whatever is under way.
   */
  Uni<StreamBody> stream(
      Caller caller, StreamRequest request, StreamForm form, RoutingContext http) {
    Context context = http.vertx().getOrCreateContext();
    return Hangup.cancels(
        http,
        begin
            .begin(caller, request, QueryId.random(), Reader.UNKNOWN, request.limits())
            .chain(work ->
                graph
                    .statement(work)
                    .map(outputs -> streamed(work, outputs))
                    .map(streamed -> new Telling(history, work.asking(), streamed)))
            .chain(telling -> open(telling, form, context)));
  }

  private Streamed streamed(Work work, Outputs outputs) {
    return new Streamed(
        judge.statement(work, outputs),
        outputs.find(Composed.STEP).orElse(null),
        outputs.millis(AnswerGraph.COMPOSING));
  }

  private Uni<StreamBody> open(Telling telling, StreamForm form, Context context) {
    Streamed streamed = telling.streamed();
    return Uni.createFrom()
        .emitter(emitter -> {
          StreamBody body = new StreamBody(form, streamed, config.stall(), context, emitter);
          emitter.onTermination(body::abandonUnopened);
          statements.stream(streamed.statement(), form.encoding(), telling.around(body));
        });
  }
}

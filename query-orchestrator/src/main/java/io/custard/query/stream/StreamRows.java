package io.custard.query.stream;

import io.custard.access.Caller;
import io.custard.query.compose.ComposeStatement;
import io.custard.query.compose.Composed;
import io.custard.query.execution.RunStatement;
import io.custard.query.history.Asking;
import io.custard.query.history.History;
import io.custard.query.http.Hangup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** From a request to rows that flow as fast as their reader takes them. */
@ApplicationScoped
class StreamRows {
  private final ComposeStatement composer;
  private final RunStatement statements;
  private final StreamConfig config;
  private final History history;

  StreamRows(
      ComposeStatement composer, RunStatement statements, StreamConfig config, History history) {
    this.composer = composer;
    this.statements = statements;
    this.config = config;
    this.history = history;
  }

  /**
   * Completes when the columns are there; fails before, never after. A caller who hangs up cancels
   * whatever is under way.
   */
  Uni<StreamBody> stream(
      Caller caller, StreamRequest request, StreamForm form, RoutingContext http) {
    Context context = http.vertx().getOrCreateContext();
    Asking asked = Asking.of(caller, request.connectionId(), request.question(), request.sql());
    return Hangup.cancels(
        http,
        composer
            .compose(caller, request, ZoneOffset.UTC)
            .onFailure()
            .invoke(failure -> history.record(asked.failed(failure)))
            .chain(composed ->
                open(composed, request, form, new Telling(history, asked, composed, context))));
  }

  private Uni<StreamBody> open(
      Composed composed, StreamRequest request, StreamForm form, Telling telling) {
    return Uni.createFrom()
        .emitter(emitter -> {
          StreamBody body =
              new StreamBody(form, composed, config.stall(), telling.context(), emitter);
          emitter.onTermination(body::abandonUnopened);
          statements.stream(
              composed.statement(request.limits()), form.encoding(), telling.around(body));
        });
  }
}

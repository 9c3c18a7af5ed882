package io.custard.query.ask;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.custard.query.ask.QueryAnswer.Timings;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.execution.RunStatement;
import io.custard.query.execution.Statement;
import io.custard.query.execution.StatementResult;
import io.custard.query.guard.StatementGuard;
import io.custard.query.translate.TranslateQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** From a request to its answer: find the connection, compose, judge, run, put into words. */
@ApplicationScoped
class AskQuestion {
  /** What one answer may hold in memory; larger results are for streaming. */
  private static final long MAX_BYTES = 4 << 20;

  private final KnownConnections connections;
  private final TranslateQuestion translator;
  private final StatementGuard guard;
  private final RunStatement statements;

  AskQuestion(
      KnownConnections connections,
      TranslateQuestion translator,
      StatementGuard guard,
      RunStatement statements) {
    this.connections = connections;
    this.translator = translator;
    this.guard = guard;
    this.statements = statements;
  }

  Uni<QueryAnswer> ask(Caller caller, QueryRequest request) {
    long started = System.nanoTime();
    return connections
        .find(new ConnectionId(request.connectionId()), caller.organisation())
        .chain(connection -> compose(caller, request, connection, started))
        .chain(composed ->
            run(caller, request, composed)
                .map(result -> answer(request, composed, result, started)));
  }

  private Uni<Composed> compose(
      Caller caller, QueryRequest request, Connection connection, long started) {
    if (request.sql() != null) {
      String sql = guard.accept(connection, request.sql()).sql();
      return Uni.createFrom()
          .item(new Composed(connection, sql, null, AnswerSentence.plain(), since(started)));
    }
    String question = java.util.Objects.requireNonNull(request.question(), "validated");
    return translator
        .translate(connection, question, caller.name())
        .map(translated ->
            new Composed(
                connection,
                guard.accept(connection, translated.sql()).sql(),
                translated.explanation(),
                new AnswerSentence(translated.answerTemplate()),
                since(started)));
  }

  private Uni<StatementResult> run(Caller caller, QueryRequest request, Composed composed) {
    return statements.run(
        new Statement(
            composed.connection(),
            composed.sql(),
            new ExecutionLimits(request.timeoutMillis(), request.rowsOrDefault(), MAX_BYTES),
            Execute.RESULT,
            caller.name()));
  }

  private static QueryAnswer answer(
      QueryRequest request, Composed composed, StatementResult result, long started) {
    return new QueryAnswer(
        QueryId.random(),
        composed.connection().id(),
        request.question(),
        composed.sql(),
        composed.sql(),
        composed.explanation(),
        result.columns(),
        result.rows().asJson(),
        result.rows().count(),
        result.truncation(),
        composed.sentence().resolve(result),
        List.of(),
        new Timings(composed.composeMillis(), result.executeMillis(), since(started)));
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}

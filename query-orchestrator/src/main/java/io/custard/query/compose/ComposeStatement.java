package io.custard.query.compose;

import io.custard.access.Caller;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.QueryId;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.execution.Asker;
import io.custard.query.guard.StatementGuard;
import io.custard.query.translate.TranslateQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Finds the connection, puts a question into SQL, and has the guard judge it. */
@ApplicationScoped
public class ComposeStatement {
  private final KnownConnections connections;
  private final TranslateQuestion translator;
  private final StatementGuard guard;

  ComposeStatement(
      KnownConnections connections, TranslateQuestion translator, StatementGuard guard) {
    this.connections = connections;
    this.translator = translator;
    this.guard = guard;
  }

  /**
   * Draws the id of the answer; what it takes to compose runs under it too. Fails when the caller
   * may not ask this, or not of this connection.
   */
  public Uni<Composed> compose(Caller caller, Asked asked) {
    long started = System.nanoTime();
    caller.require(asked.permission());
    Asker asker = new Asker(caller.userId(), caller.email(), QueryId.random());
    return connections
        .find(new ConnectionId(asked.connectionId()), caller, asked.permission())
        .chain(connection -> compose(connection, asked, asker, started));
  }

  private Uni<Composed> compose(Connection connection, Asked asked, Asker asker, long started) {
    if (asked.sql() != null) {
      return Uni.createFrom()
          .item(
              new Composed(
                  connection,
                  guard.accept(connection, asked.sql()),
                  null,
                  null,
                  asker,
                  since(started)));
    }
    String question = Objects.requireNonNull(asked.question(), "validated");
    return translator
        .translate(connection, question, asker)
        .map(translated ->
            new Composed(
                connection,
                guard.accept(connection, translated.sql()),
                translated.explanation(),
                translated.answerTemplate(),
                asker,
                since(started)));
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}

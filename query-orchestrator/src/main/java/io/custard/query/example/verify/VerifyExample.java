package io.custard.query.example.verify;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.check.Problem;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.query.check.CheckStatement;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.example.Examples;
import io.custard.query.guard.StatementGuard;
import io.custard.query.history.search.HistoryEntry;
import io.custard.query.history.search.HistorySearch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes a question and its statement an example of a connection. */
@ApplicationScoped
class VerifyExample {
  private static final int MOST_PROBLEMS = 3;

  private final KnownConnections connections;
  private final HistorySearch history;
  private final StatementGuard guard;
  private final CheckStatement checks;
  private final Examples examples;

  VerifyExample(
      KnownConnections connections,
      HistorySearch history,
      StatementGuard guard,
      CheckStatement checks,
      Examples examples) {
    this.connections = connections;
    this.history = history;
    this.guard = guard;
    this.checks = checks;
    this.examples = examples;
  }

  private record Pair(String question, String sql) {}

  /** An example, and the connection it is of. */
  record Verified(Connection connection, ExampleEntry entry) {}

  /**
   * Fails with the guard's code, with {@code SQL_NAMES_UNKNOWN} where the schema has not all of its
   * names, and with {@code HISTORY_NOT_FOUND} where the caller got no such answer of the
   * connection.
   */
  Uni<Verified> verify(Caller caller, ExampleRequest asked) {
    ConnectionId id = new ConnectionId(asked.connectionId());
    return connections
        .find(id, caller, Permission.EXAMPLE_CHANGE)
        .chain(connection ->
            pair(caller, asked)
                .chain(pair -> verified(caller, connection, pair))
                .map(entry -> new Verified(connection, entry)));
  }

  private Uni<Pair> pair(Caller caller, ExampleRequest asked) {
    if (!asked.isWhole()) {
      return Uni.createFrom()
          .failure(
              new CustardException(
                  ErrorCode.REQUEST_INVALID, "Give either question and sql or query_id."));
    }
    UUID answer = asked.queryId();
    return answer == null
        ? Uni.createFrom()
            .item(
                new Pair(
                    clean(Objects.requireNonNull(asked.question(), "validated")),
                    Objects.requireNonNull(asked.sql(), "validated")))
        : history.one(caller, answer).map(entry -> pair(entry, asked.connectionId()));
  }

  private static Pair pair(HistoryEntry entry, UUID connection) {
    String question = entry.question();
    String sql = entry.sql();
    if (question == null || sql == null || !entry.isAnswerOf(connection)) {
      throw new CustardException(
          ErrorCode.HISTORY_NOT_FOUND, "Name an answered question of this connection.");
    }
    return new Pair(question, sql);
  }

  private Uni<ExampleEntry> verified(Caller caller, Connection connection, Pair pair) {
    Verdict.Accepted accepted = guard.accept(connection, pair.sql());
    return checks
        .findings(connection, accepted)
        .chain(findings ->
            findings.problems().isEmpty()
                ? saved(caller, connection, pair.question(), accepted)
                : Uni.createFrom()
                    .failure(
                        new CustardException(
                            ErrorCode.SQL_NAMES_UNKNOWN,
                            findings.problems().stream()
                                .limit(MOST_PROBLEMS)
                                .map(Problem::sentence)
                                .collect(Collectors.joining(" ")))));
  }

  private Uni<ExampleEntry> saved(
      Caller caller, Connection connection, String question, Verdict.Accepted accepted) {
    Tuple values =
        Tuple.tuple()
            .addUUID(UUID.randomUUID())
            .addUUID(connection.organisationId().value())
            .addUUID(connection.id().value())
            .addString(question)
            .addString(accepted.sql())
            .addArrayOfString(accepted.tables().toArray(String[]::new))
            .addUUID(caller.userId().value());
    return examples.save(connection, question, values).map(ExampleEntry::of);
  }

  /** Without the NUL that PostgreSQL does not store. */
  private static String clean(String question) {
    return question.strip().replace('\0', ' ');
  }
}

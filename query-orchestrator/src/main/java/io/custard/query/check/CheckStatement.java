package io.custard.query.check;

import io.custard.check.Findings;
import io.custard.check.StatementCheck;
import io.custard.guard.Dialect;
import io.custard.guard.Verdict;
import io.custard.query.connection.Connection;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Holds statements against the schema as we know it. It may be a moment old, so a person's own
 * statement is never refused for what is found here.
 */
@ApplicationScoped
public class CheckStatement {
  private static final Logger LOG = Logger.getLogger(CheckStatement.class);

  private final PerSchema<Optional<StatementCheck>> checks;

  CheckStatement(KnownSchemas schemas) {
    this.checks =
        PerSchema.ever(
            schemas,
            (connection, tables) ->
                Dialect.of(connection.dialect())
                    .map(dialect -> new StatementCheck(dialect, tables)));
  }

  /**
   * Nothing while there is no schema, and when it cannot be read: a check beside the way must not
   * cost the answer. Completes on a worker thread.
   */
  public Uni<Findings> findings(Connection connection, Verdict.Accepted accepted) {
    return ifKnown(connection, accepted).map(findings -> findings.orElse(Findings.NONE));
  }

  /** Empty while there is no schema to hold it against. Completes on a worker thread. */
  public Uni<Optional<Findings>> ifKnown(Connection connection, Verdict.Accepted accepted) {
    return checks
        .ifKnown(connection)
        .map(check -> check.flatMap(known -> known).map(known -> known.check(accepted.sql())))
        .onFailure()
        .invoke(failure -> LOG.warn("A statement went unchecked against its schema", failure))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  /**
   * The columns it reads: {@code table.column}, and {@code table.*} for all. Without a schema, and
   * where it cannot be asked, as the guard reads them, an alias among them now and then.
   */
  public Uni<List<String>> columns(Connection connection, Verdict.Accepted accepted) {
    return checks
        .ifKnown(connection)
        .map(check ->
            check
                .flatMap(known -> known)
                .map(known -> columns(known, accepted))
                .orElse(accepted.columns()))
        .onFailure()
        .recoverWithItem(accepted.columns());
  }

  private static List<String> columns(StatementCheck check, Verdict.Accepted accepted) {
    return Stream.concat(
            check.columns(accepted.sql()).stream(),
            accepted.columns().stream().filter(column -> column.endsWith(".*")))
        .toList();
  }
}

package io.custard.query.validate;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.check.Findings;
import io.custard.guard.Verdict;
import io.custard.protocol.ConnectionId;
import io.custard.query.check.CheckStatement;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.guard.StatementGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges a statement as if it were to be run; no agent hears of it. */
@ApplicationScoped
class ValidateStatement {
  private final KnownConnections connections;
  private final StatementGuard guard;
  private final CheckStatement checks;

  ValidateStatement(KnownConnections connections, StatementGuard guard, CheckStatement checks) {
    this.connections = connections;
    this.guard = guard;
    this.checks = checks;
  }

  /**
   * Fails with {@code SQL_DIALECT_UNSUPPORTED} where nothing can be judged, and like running it
   * when the connection is not for the caller.
   */
  Uni<Validation> validate(Caller caller, ValidateRequest request) {
    ConnectionId wanted = new ConnectionId(request.connectionId());
    return connections
        .find(wanted, caller, Permission.QUERY_SQL)
        .chain(connection -> judged(connection, request.sql()));
  }

  private Uni<Validation> judged(Connection connection, String sql) {
    return switch (guard.judge(connection, sql)) {
      case Verdict.Refused refused -> Uni.createFrom().item(Validation.refused(sql, refused));
      case Verdict.Accepted accepted ->
          checks
              .ifKnown(connection, accepted)
              .map(findings ->
                  Validation.accepted(
                      accepted, findings.isPresent(), findings.orElse(Findings.NONE)));
    };
  }
}

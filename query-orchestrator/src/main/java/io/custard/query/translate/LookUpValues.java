package io.custard.query.translate;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.guard.Verdict;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.query.execution.Statement;
import io.custard.query.guard.StatementGuard;
import io.custard.query.result.CollectRows;
import io.custard.query.result.JsonRows;
import io.custard.translate.ProbeStatement;
import io.custard.translate.SqlDialect;
import io.custard.translate.ValueHits;
import io.custard.translate.ValueProbe;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks words of a question up in a PostgreSQL database, through the agent and the guard like every
 * other statement; no model sees what is found.
 */
@ApplicationScoped
public class LookUpValues {
  private static final ExecutionLimits LIMITS = new ExecutionLimits(10_000, 400, 262_144);

  private final StatementGuard guard;
  private final CollectRows statements;

  LookUpValues(StatementGuard guard, CollectRows statements) {
    this.guard = guard;
    this.statements = statements;
  }

  /** One statement for all of them. Completes on a worker thread. */
  public Uni<ValueHits> lookUp(Connection connection, List<ValueProbe> probes, Asker asker) {
    Verdict.Accepted look =
        guard.accept(connection, ProbeStatement.sql(probes, SqlDialect.POSTGRESQL));
    return statements
        .run(new Statement(connection, look, LIMITS, Execute.PROFILE, asker))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(result -> new ValueHits(true, ProbeStatement.hits(probes, texts(result.rows()))));
  }

  private static List<List<String>> texts(JsonRows rows) {
    List<List<String>> texts = new ArrayList<>();
    for (JsonNode row : rows.asTree()) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asText()));
      texts.add(cells);
    }
    return texts;
  }
}

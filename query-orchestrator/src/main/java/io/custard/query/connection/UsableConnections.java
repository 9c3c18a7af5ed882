package io.custard.query.connection;

import io.custard.access.Caller;
import io.custard.access.ConnectionLevel;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The connections of a caller, as far as the orchestrator knows them. */
@ApplicationScoped
public class UsableConnections {
  /** Of one organisation; more are left out. */
  private static final int MOST = 5_000;

  private final Pool pool;

  UsableConnections(Pool pool) {
    this.pool = pool;
  }

  /** A connection and what the caller may do there. */
  public record Usable(Connection connection, ConnectionLevel level) {}

  /** Those the caller has any level on, in the order of their names. */
  public Uni<List<Usable>> of(Caller caller) {
    return pool.preparedQuery(
            """
            select id, name, dialect, require_clean_role, allowed_functions, exposure, open_to,
                   grants ->> $2 as level
            from query.connection
            where organisation_id = $1 and not deleted order by name, id limit $3
            """)
        .execute(Tuple.of(caller.organisationId().value(), caller.userId().toString(), MOST))
        .map(rows -> usable(rows, caller));
  }

  private static List<Usable> usable(RowSet<Row> rows, Caller caller) {
    List<Usable> found = new ArrayList<>();
    for (Row row : rows) {
      ConnectionLevel level =
          ConnectionLevel.effective(
              caller.role(), row.getString("open_to"), row.getString("level"));
      if (level != ConnectionLevel.NONE) {
        found.add(new Usable(connection(row, caller), level));
      }
    }
    return found;
  }

  private static Connection connection(Row row, Caller caller) {
    return new Connection(
        new ConnectionId(row.getUUID("id")),
        caller.organisationId(),
        row.getString("name"),
        row.getString("dialect"),
        row.getBoolean("require_clean_role"),
        List.of(row.getArrayOfStrings("allowed_functions")),
        Exposure.of(row.getString("exposure")));
  }
}

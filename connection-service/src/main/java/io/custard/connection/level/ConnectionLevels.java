package io.custard.connection.level;

import io.custard.access.Caller;
import io.custard.access.ConnectionLevel;
import io.custard.protocol.ConnectionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what a caller may do with the connections of their organisation. */
@ApplicationScoped
public class ConnectionLevels {
  private static final String LEVELS =
      """
      select c.id, c.open_to, g.level
      from connection.connection c
      left join connection.connection_grant g on g.connection_id = c.id and g.user_id = $2
      where c.organisation_id = $1 and ($3::uuid is null or c.id = $3) and c.deleted_at is null
      """;

  private final Pool pool;

  ConnectionLevels(Pool pool) {
    this.pool = pool;
  }

  /** Of those that exist for the caller, by their id. */
  public Uni<Map<ConnectionId, ConnectionLevel>> of(Caller caller) {
    return read(caller, null);
  }

  /** {@code NONE} also when there is no such connection, or another organisation has it. */
  public Uni<ConnectionLevel> of(Caller caller, ConnectionId connection) {
    return read(caller, connection.value())
        .map(found -> found.getOrDefault(connection, ConnectionLevel.NONE));
  }

  private Uni<Map<ConnectionId, ConnectionLevel>> read(Caller caller, @Nullable UUID only) {
    Tuple values = Tuple.of(caller.organisationId().value(), caller.userId().value(), only);
    return pool.preparedQuery(LEVELS)
        .execute(values)
        .map(rows -> {
          Map<ConnectionId, ConnectionLevel> levels = new HashMap<>();
          for (Row row : rows) {
            ConnectionLevel level =
                ConnectionLevel.effective(caller.role(), row.getString(1), row.getString(2));
            if (level.isAtLeast(ConnectionLevel.ASK)) {
              levels.put(ConnectionId.of(row.getUUID(0)), level);
            }
          }
          return levels;
        });
  }
}

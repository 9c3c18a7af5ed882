package io.custard.query.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * The orchestrator's own table of connections, kept from the registry. In front of it stands a
 * cache of a second: another replica may be the one that takes a change in.
 */
@ApplicationScoped
public class KnownConnections {
  private static final int KEPT = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Key(ConnectionId id, OrganisationId organisation) {}

  private final Pool pool;
  private final Cache<Key, Connection> found =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(FRESH).build();

  KnownConnections(Pool pool) {
    this.pool = pool;
  }

  /**
   * Finds a connection of this organisation; fails with {@code CONNECTION_NOT_FOUND} whether it
   * does not exist or belongs to somebody else.
   */
  public Uni<Connection> find(ConnectionId id, OrganisationId organisation) {
    Key key = new Key(id, organisation);
    Connection known = found.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(known)
        : ViewLag.waitOut(look(id, organisation)).invoke(connection -> found.put(key, connection));
  }

  private Uni<Connection> look(ConnectionId id, OrganisationId organisation) {
    return pool.preparedQuery(
            """
            select name, dialect, require_clean_role, allowed_functions from query.connection
            where id = $1 and organisation_id = $2 and not deleted
            """)
        .execute(Tuple.of(id.value(), organisation.value()))
        .map(rows -> first(rows, id, organisation));
  }

  private static Connection first(RowSet<Row> rows, ConnectionId id, OrganisationId organisation) {
    for (Row row : rows) {
      return new Connection(
          id,
          organisation,
          row.getString("name"),
          row.getString("dialect"),
          row.getBoolean("require_clean_role"),
          List.of(row.getArrayOfStrings("allowed_functions")));
    }
    throw new CustardException(
        ErrorCode.CONNECTION_NOT_FOUND,
        "Your organisation has no connection with this id. GET /api/v1/connections lists them.");
  }

  private static String[] functions(ConnectionRegisteredV1 connection) {
    List<String> functions = connection.allowedFunctions();
    return functions == null ? new String[0] : functions.toArray(String[]::new);
  }

  /** Idempotent: an older version changes nothing. */
  Uni<Void> put(ConnectionRegisteredV1 connection) {
    return pool.preparedQuery(
            """
            insert into query.connection (id, organisation_id, name, dialect, version, deleted,
                require_clean_role, allowed_functions)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update
              set name = excluded.name, dialect = excluded.dialect,
                  version = excluded.version, deleted = excluded.deleted,
                  require_clean_role = excluded.require_clean_role,
                  allowed_functions = excluded.allowed_functions
              where connection.version < excluded.version
                and connection.organisation_id = excluded.organisation_id
            """)
        .execute(
            Tuple.tuple()
                .addUUID(connection.connectionId().value())
                .addUUID(connection.organisationId().value())
                .addString(connection.name())
                .addString(connection.dialect())
                .addLong(connection.version())
                .addBoolean(connection.deleted())
                .addBoolean(Boolean.TRUE.equals(connection.requireCleanRole()))
                .addArrayOfString(functions(connection)))
        .invoke(
            () -> found.invalidate(new Key(connection.connectionId(), connection.organisationId())))
        .replaceWithVoid();
  }
}

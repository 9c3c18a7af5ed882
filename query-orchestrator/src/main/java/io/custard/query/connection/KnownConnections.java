package io.custard.query.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.access.Caller;
import io.custard.access.ConnectionLevel;
import io.custard.access.Permission;
import io.custard.access.Role;
import io.custard.intake.ViewLag;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The orchestrator's own table of connections, kept from the registry. In front of it stands a
 * cache of a second: another replica may be the one that takes a change in.
 */
@ApplicationScoped
public class KnownConnections {
  private static final int KEPT = 10_000;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Key(ConnectionId id, OrganisationId organisation, UserId user) {}

  /** A connection, and what decides who may use it how. */
  private record Known(Connection connection, String openTo, @Nullable String grant) {
    ConnectionLevel levelOf(Role role) {
      return ConnectionLevel.effective(role, openTo, grant);
    }
  }

  private final Pool pool;
  private final ObjectMapper json;
  private final Cache<Key, Known> found =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(FRESH).build();

  KnownConnections(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /**
   * Finds a connection for this caller. Fails with {@code CONNECTION_NOT_FOUND} whether it does not
   * exist, belongs to somebody else or is not for the caller at all; and with {@code
   * AUTH_FORBIDDEN} when the caller has a level on it, but less than this takes.
   */
  public Uni<Connection> find(ConnectionId id, Caller caller, Permission permission) {
    return known(new Key(id, caller.organisationId(), caller.userId()), caller.role())
        .map(known -> {
          ConnectionLevel needed = Objects.requireNonNull(permission.level());
          if (!known.levelOf(caller.role()).isAtLeast(needed)) {
            throw new CustardException(
                ErrorCode.AUTH_FORBIDDEN,
                "This takes the level " + needed.wireName() + " on the connection.");
          }
          return known.connection();
        });
  }

  /** What is not there, or not yet for the caller, may be on its way. */
  private Uni<Known> known(Key key, Role role) {
    Known known = found.getIfPresent(key);
    return known != null && known.levelOf(role) != ConnectionLevel.NONE
        ? Uni.createFrom().item(known)
        : ViewLag.waitOut(look(key, role)).invoke(now -> found.put(key, now));
  }

  private Uni<Known> look(Key key, Role role) {
    return pool.preparedQuery(
            """
            select name, dialect, require_clean_role, allowed_functions, open_to, exposure,
                   grants ->> $3 as level
            from query.connection
            where id = $1 and organisation_id = $2 and not deleted
            """)
        .execute(Tuple.of(key.id().value(), key.organisation().value(), key.user().toString()))
        .map(rows -> first(rows, key, role));
  }

  private static Known first(RowSet<Row> rows, Key key, Role role) {
    for (Row row : rows) {
      Known known = known(row, key);
      if (known.levelOf(role) != ConnectionLevel.NONE) {
        return known;
      }
    }
    throw new CustardException(
        ErrorCode.CONNECTION_NOT_FOUND,
        "Your organisation has no connection with this id. GET /api/v1/connections lists them.");
  }

  private static Known known(Row row, Key key) {
    return new Known(
        new Connection(
            key.id(),
            key.organisation(),
            row.getString("name"),
            row.getString("dialect"),
            row.getBoolean("require_clean_role"),
            List.of(row.getArrayOfStrings("allowed_functions")),
            Exposure.of(row.getString("exposure"))),
        row.getString("open_to"),
        row.getString("level"));
  }

  private static String[] functions(ConnectionRegisteredV1 connection) {
    List<String> functions = connection.allowedFunctions();
    return functions == null ? new String[0] : functions.toArray(String[]::new);
  }

  private static String openTo(ConnectionRegisteredV1 connection) {
    return connection.openTo() == null ? ConnectionRegisteredV1.MEMBERS : connection.openTo();
  }

  private String grants(ConnectionRegisteredV1 connection) {
    Map<String, String> levels = new TreeMap<>();
    if (connection.grants() != null) {
      connection.grants().forEach(grant -> levels.put(grant.userId().toString(), grant.level()));
    }
    try {
      return json.writeValueAsString(levels);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("levels are always writable", e);
    }
  }

  /** Idempotent: an older version changes nothing. */
  Uni<Void> put(ConnectionRegisteredV1 connection) {
    return pool.preparedQuery(
            """
            insert into query.connection (id, organisation_id, name, dialect, version, deleted,
                require_clean_role, allowed_functions, open_to, grants, exposure)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11)
            on conflict (id) do update
              set name = excluded.name, dialect = excluded.dialect,
                  version = excluded.version, deleted = excluded.deleted,
                  require_clean_role = excluded.require_clean_role,
                  allowed_functions = excluded.allowed_functions,
                  open_to = excluded.open_to, grants = excluded.grants,
                  exposure = excluded.exposure
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
                .addArrayOfString(functions(connection))
                .addString(openTo(connection))
                .addString(grants(connection))
                .addString(Exposure.of(connection.exposure()).wire()))
        .invoke(() ->
            found.asMap().keySet().removeIf(key -> key.id().equals(connection.connectionId())))
        .replaceWithVoid();
  }
}

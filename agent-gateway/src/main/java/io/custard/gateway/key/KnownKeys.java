package io.custard.gateway.key;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The gateway's own table of agent keys, kept from the registry. */
@ApplicationScoped
public class KnownKeys {
  /** One row of the table. */
  record KnownKey(ConnectionId connectionId, String sha256, boolean revoked) {}

  private final Pool pool;

  KnownKeys(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<KnownKey>> find(String keyId) {
    return pool.preparedQuery(
            "select connection_id, sha256, revoked from gateway.agent_key where key_id = $1")
        .execute(Tuple.of(keyId))
        .map(KnownKeys::first);
  }

  /** Which of these keys may no longer be used. */
  public Uni<Set<String>> revokedAmong(Collection<String> keyIds) {
    return pool.preparedQuery(
            "select key_id from gateway.agent_key where revoked and key_id = any($1)")
        .execute(Tuple.of(keyIds.toArray(String[]::new)))
        .map(rows -> {
          Set<String> revoked = new HashSet<>();
          rows.forEach(row -> revoked.add(row.getString("key_id")));
          return revoked;
        });
  }

  /** Idempotent: an older version of the connection changes nothing. */
  Uni<Void> put(ConnectionRegisteredV1 connection) {
    return pool.withTransaction(
        sql -> revokeMissing(sql, connection).chain(() -> upsert(sql, connection)));
  }

  private static Uni<Void> revokeMissing(SqlConnection sql, ConnectionRegisteredV1 connection) {
    String[] named =
        connection.keys().stream()
            .map(ConnectionRegisteredV1.KeyHash::keyId)
            .toArray(String[]::new);
    return sql.preparedQuery(
            """
            update gateway.agent_key set revoked = true, version = $2
            where connection_id = $1 and version < $2 and ($3 or key_id <> all($4))
            """)
        .execute(
            Tuple.of(
                connection.connectionId().value(),
                connection.version(),
                connection.deleted(),
                named))
        .replaceWithVoid();
  }

  private static Uni<Void> upsert(SqlConnection sql, ConnectionRegisteredV1 connection) {
    List<Tuple> keys =
        connection.keys().stream()
            .map(key ->
                Tuple.of(
                    key.keyId(),
                    connection.connectionId().value(),
                    key.sha256(),
                    key.revoked() || connection.deleted(),
                    connection.version()))
            .toList();
    if (keys.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return sql.preparedQuery(
            """
            insert into gateway.agent_key (key_id, connection_id, sha256, revoked, version)
            values ($1, $2, $3, $4, $5)
            on conflict (key_id) do update
              set sha256 = excluded.sha256, revoked = excluded.revoked, version = excluded.version
              where agent_key.version < excluded.version
                and agent_key.connection_id = excluded.connection_id
            """)
        .executeBatch(keys)
        .replaceWithVoid();
  }

  private static Optional<KnownKey> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new KnownKey(
              new ConnectionId(row.getUUID("connection_id")),
              row.getString("sha256"),
              row.getBoolean("revoked")));
    }
    return Optional.empty();
  }
}

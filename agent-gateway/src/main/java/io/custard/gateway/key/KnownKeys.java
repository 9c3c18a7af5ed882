package io.custard.gateway.key;

import io.custard.gateway.batch.Gathering;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.ConnectionRegisteredV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's own table of agent keys, kept from the registry. */
@ApplicationScoped
public class KnownKeys {
  /**
   * One row of the table.
   *
   * @param organisationId absent in rows that are older than this column
   */
  record KnownKey(
      ConnectionId connectionId,
      String sha256,
      boolean revoked,
      @Nullable OrganisationId organisationId) {}

  /** How many keys are remembered that were looked up lately. */
  private static final int REMEMBERED = 10_000;

  /** Agents that lost their gateway together come back together, many with the same key. */
  private static final Gathering.Limits LOOKUPS =
      new Gathering.Limits(500, 5_000, Duration.ofSeconds(5));

  private final Pool pool;
  private final RecentMap<String, KnownKey> recent = new RecentMap<>(REMEMBERED);
  private final Gathering<String, Optional<KnownKey>> lookups =
      new Gathering<>(this::look, LOOKUPS);

  KnownKeys(Pool pool) {
    this.pool = pool;
  }

  /** The key as the table has it now: it is read after it was asked for. */
  Uni<Optional<KnownKey>> find(String keyId) {
    return lookups.ask(keyId);
  }

  private Uni<List<Optional<KnownKey>>> look(List<String> keyIds) {
    return pool.preparedQuery(
            "select key_id, connection_id, sha256, revoked, organisation_id"
                + " from gateway.agent_key where key_id = any($1)")
        .execute(Tuple.of(keyIds.stream().distinct().toArray(String[]::new)))
        .map(KnownKeys::byId)
        .invoke(found -> found.forEach(recent::put))
        .map(found -> keyIds.stream().map(id -> Optional.ofNullable(found.get(id))).toList());
  }

  /**
   * The key as it was when it was looked up last; perhaps out of date, so nobody may be let in for
   * it. Empty for keys not looked up lately.
   */
  Optional<KnownKey> lately(String keyId) {
    return recent.get(keyId);
  }

  /** Whose key this is, as far as it was looked up lately. */
  public Optional<OrganisationId> organisation(String keyId) {
    return lately(keyId).map(KnownKey::organisationId);
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
                    connection.version(),
                    connection.organisationId().value()))
            .toList();
    if (keys.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return sql.preparedQuery(
            """
            insert into gateway.agent_key
              (key_id, connection_id, sha256, revoked, version, organisation_id)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (key_id) do update
              set sha256 = excluded.sha256, revoked = excluded.revoked,
                version = excluded.version, organisation_id = excluded.organisation_id
              where agent_key.version < excluded.version
                and agent_key.connection_id = excluded.connection_id
            """)
        .executeBatch(keys)
        .replaceWithVoid();
  }

  private static Map<String, KnownKey> byId(RowSet<Row> rows) {
    Map<String, KnownKey> keys = new HashMap<>();
    for (Row row : rows) {
      keys.put(
          row.getString("key_id"),
          new KnownKey(
              new ConnectionId(row.getUUID("connection_id")),
              row.getString("sha256"),
              row.getBoolean("revoked"),
              organisation(row.getUUID("organisation_id"))));
    }
    return keys;
  }

  private static @Nullable OrganisationId organisation(@Nullable UUID value) {
    return value == null ? null : new OrganisationId(value);
  }
}

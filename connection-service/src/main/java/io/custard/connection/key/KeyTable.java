package io.custard.connection.key;

import io.custard.connection.registry.OwnedConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads keys, always through the connection's organisation, and keeps when they were used. */
@ApplicationScoped
public class KeyTable {
  private static final String KEYS =
      """
      select k.key_id, k.created_at, k.last_used_at, k.revoked_at
      from connection.agent_key k
      join connection.connection c on c.id = k.connection_id and c.deleted_at is null
      where c.organisation_id = $1 and c.id = $2
      order by k.created_at desc, k.key_id
      """;

  /** At most one write for each key and minute, however many replicas hear of it. */
  private static final String USED =
      """
      update connection.agent_key k set last_used_at = now()
      from unnest($1::text[], $2::uuid[]) as used(key_id, connection_id)
      where k.key_id = used.key_id and k.connection_id = used.connection_id
        and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
      """;

  private final RecentUses recent = new RecentUses(System::nanoTime);
  private final Pool pool;

  KeyTable(Pool pool) {
    this.pool = pool;
  }

  Uni<List<KeyView>> of(OwnedConnection connection, Map<String, Integer> inUse) {
    return pool.preparedQuery(KEYS)
        .execute(Tuple.of(connection.organisation().value(), connection.id().value()))
        .map(found ->
            StreamSupport.stream(found.spliterator(), false).map(row -> view(row, inUse)).toList());
  }

  /** Links that were opened with these keys have just been heard, by our clock. */
  public Uni<Void> used(Collection<KeyUse> uses) {
    List<KeyUse> due = recent.due(uses);
    if (due.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String[] keys = due.stream().map(KeyUse::keyId).toArray(String[]::new);
    UUID[] connections = due.stream().map(use -> use.connection().value()).toArray(UUID[]::new);
    return pool.preparedQuery(USED)
        .execute(Tuple.of(keys, connections))
        .invoke(done -> recent.wrote(due))
        .replaceWithVoid();
  }

  private static KeyView view(Row row, Map<String, Integer> inUse) {
    String keyId = row.getString("key_id");
    return new KeyView(
        keyId,
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"),
        inUse.getOrDefault(keyId, 0));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}

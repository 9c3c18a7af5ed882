package io.custard.query.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.query.connection.Connection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Something that is built of a connection's schema, once for each version of it. The most used are
 * kept. Completes on a worker thread: building is work.
 */
public final class PerSchema<T> {
  private static final int KEPT = 64;

  private record Key(ConnectionId connection, long version) {}

  private final Cache<Key, T> built = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final KnownSchemas schemas;
  private final BiFunction<Connection, List<TableDescription>, T> builder;

  public PerSchema(
      KnownSchemas schemas, BiFunction<Connection, List<TableDescription>, T> builder) {
    this.schemas = schemas;
    this.builder = builder;
  }

  /** Fails with {@code QUERY_SCHEMA_UNKNOWN} while there is no schema. */
  public Uni<T> of(Connection connection) {
    return schemas.known(connection.id()).chain(version -> of(connection, version));
  }

  /** Empty while there is no schema; does not wait for one. */
  public Uni<Optional<T>> ifKnown(Connection connection) {
    return schemas
        .version(connection.id())
        .chain(version ->
            version.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : of(connection, version.get()).map(Optional::of));
  }

  private Uni<T> of(Connection connection, long version) {
    Key key = new Key(connection.id(), version);
    T kept = built.getIfPresent(key);
    if (kept != null) {
      return Uni.createFrom().item(kept).emitOn(Infrastructure.getDefaultWorkerPool());
    }
    return schemas
        .tables(connection.id())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tables -> builder.apply(connection, tables))
        .invoke(made -> built.put(key, made));
  }
}

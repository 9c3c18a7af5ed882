package io.custard.query.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.query.connection.Connection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Something that is built of a connection's schema, once for each version of it and, where it is
 * about a day, once a day. The most used are kept. Completes on a worker thread: building is work.
 */
public final class PerSchema<T> {
  private static final int KEPT = 64;

  private record Key(ConnectionId connection, long version, LocalDate day) {}

  private final Cache<Key, T> built = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final KnownSchemas schemas;
  private final Supplier<LocalDate> day;
  private final Builder<T> builder;

  /** Builds one of all tables of a connection. */
  @FunctionalInterface
  public interface Builder<T> {
    T build(Connection connection, List<TableDescription> tables, LocalDate day);
  }

  private PerSchema(KnownSchemas schemas, Supplier<LocalDate> day, Builder<T> builder) {
    this.schemas = schemas;
    this.day = day;
    this.builder = builder;
  }

  /** About no day in particular. */
  public static <T> PerSchema<T> ever(
      KnownSchemas schemas, BiFunction<Connection, List<TableDescription>, T> builder) {
    return new PerSchema<>(
        schemas,
        () -> LocalDate.EPOCH,
        (connection, tables, day) -> builder.apply(connection, tables));
  }

  /** About today, in UTC. */
  public static <T> PerSchema<T> daily(KnownSchemas schemas, Builder<T> builder) {
    return new PerSchema<>(schemas, () -> LocalDate.now(ZoneOffset.UTC), builder);
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
    Key key = new Key(connection.id(), version, day.get());
    T kept = built.getIfPresent(key);
    if (kept != null) {
      return Uni.createFrom().item(kept).emitOn(Infrastructure.getDefaultWorkerPool());
    }
    return schemas
        .tables(connection.id())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tables -> builder.build(connection, tables, key.day()))
        .invoke(made -> built.put(key, made));
  }
}

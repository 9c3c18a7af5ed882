package io.custard.query.sample;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import io.custard.protocol.OrganisationId;
import io.custard.query.connection.Connection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was sampled lately, and what could not be: a database that is slow or an agent that refuses
 * is not asked with every question. A table whose columns change in a newer schema is another one.
 *
 * <p>A native executable is told which of Caffeine's classes this combination of bounds takes.
 */
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMWA",
      "com.github.benmanes.caffeine.cache.PSWMW"
    })
final class SampleCache {
  private static final long MOST_BYTES = 8 << 20;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEPT_FAILURE = Duration.ofMinutes(1);

  private record Key(
      OrganisationId organisation, ConnectionId connection, Exposure exposure, SampledTable table) {
    static Key of(Connection connection, SampledTable table) {
      return new Key(connection.organisationId(), connection.id(), connection.exposure(), table);
    }
  }

  private final Cache<Key, TableValues> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Key, TableValues>weigher(
              (key, values) -> 500 * key.table().columns().size() + 2 * values.characters())
          .expireAfter(
              Expiry.<Key, TableValues>creating(
                  (key, values) -> values.known() ? KEPT : KEPT_FAILURE))
          .build();

  @Nullable TableValues get(Connection connection, SampledTable table) {
    return kept.getIfPresent(Key.of(connection, table));
  }

  void put(Connection connection, SampledTable table, TableValues values) {
    kept.put(Key.of(connection, table), values);
  }
}

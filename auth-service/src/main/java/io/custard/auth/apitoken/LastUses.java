package io.custard.auth.apitoken;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When tokens were used last, as all services write it to Redis; a help and no record. */
@ApplicationScoped
class LastUses {
  /** Token id to epoch seconds; written by {@code access}. */
  private static final String HASH = "token:used";

  private final ReactiveHashCommands<String, String, String> hashes;

  LastUses(ReactiveRedisDataSource redis) {
    this.hashes = redis.hash(String.class);
  }

  /** Without those never used; empty while Redis is away. */
  Uni<Map<String, Instant>> of(List<String> tokenIds) {
    if (tokenIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return hashes
        .hmget(HASH, tokenIds.toArray(String[]::new))
        .map(LastUses::read)
        .onFailure()
        .recoverWithItem(Map.of());
  }

  Uni<Void> forget(String tokenId) {
    return hashes.hdel(HASH, tokenId).replaceWithVoid().onFailure().recoverWithNull();
  }

  private static Map<String, Instant> read(Map<String, @Nullable String> found) {
    Map<String, Instant> uses = new HashMap<>();
    found.forEach((id, seconds) -> {
      if (seconds != null) {
        uses.put(id, instant(seconds));
      }
    });
    return uses;
  }

  private static Instant instant(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException | DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}

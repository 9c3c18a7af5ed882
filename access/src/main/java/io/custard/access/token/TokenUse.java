package io.custard.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * When API tokens were last used: in Redis, hash {@link #KEY}, field token id, value epoch seconds.
 * Told at most once a minute for each token and replica, behind the request; auth-service takes it
 * from there.
 */
@ApplicationScoped
public class TokenUse {
  /** The hash in Redis. */
  public static final String KEY = "token:used";

  private static final Logger LOG = Logger.getLogger(TokenUse.class);
  private static final int MOST = 10_000;

  private final ReactiveHashCommands<String, String, String> hashes;
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(1)).build();

  TokenUse(ReactiveRedisDataSource redis) {
    this.hashes = redis.hash(String.class);
  }

  void tell(String tokenId) {
    if (told.asMap().putIfAbsent(tokenId, true) == null) {
      String now = Long.toString(System.currentTimeMillis() / 1_000);
      hashes
          .hset(KEY, tokenId, now)
          .subscribe()
          .with(done -> {}, e -> LOG.warnf("Use of an API token not told: %s", e.toString()));
    }
  }
}

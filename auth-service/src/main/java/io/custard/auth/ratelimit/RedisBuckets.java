package io.custard.auth.ratelimit;

import io.custard.auth.context.CallingContext;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** In Redis, by its clock. Each key goes away by itself when its bucket is full again. */
@ApplicationScoped
class RedisBuckets implements Buckets {
  private static final Duration DEADLINE = Duration.ofMillis(500);

  private static final String TAKE =
      """
      local t = redis.call('TIME')
      local now = t[1] + t[2] / 1000000
      local cost = tonumber(ARGV[1])
      for i = 1, #KEYS do
        local burst, each = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
        local full = math.max(tonumber(redis.call('GET', KEYS[i]) or '0'), now) + cost * each
        local wait = full - burst * each - now
        if cost > 0 and wait > 0 then return {i, string.format('%.3f', wait)} end
        if full <= now then
          redis.call('DEL', KEYS[i])
        else
          redis.call('SET', KEYS[i], string.format('%.6f', full),
            'PX', math.ceil((full - now) * 1000))
        end
      end
      return {0, '0'}
      """;

  private final ReactiveRedisDataSource redis;

  RedisBuckets(ReactiveRedisDataSource redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Verdict> take(List<Bucket> buckets, int cost) {
    List<String> arguments = new ArrayList<>();
    arguments.add(TAKE);
    arguments.add(Integer.toString(buckets.size()));
    buckets.forEach(bucket -> arguments.add(bucket.key()));
    arguments.add(Integer.toString(cost));
    for (Bucket bucket : buckets) {
      arguments.add(Integer.toString(bucket.burst()));
      arguments.add(Double.toString(bucket.secondsEach()));
    }
    Executor context = CallingContext.executor();
    return redis
        .execute("EVAL", arguments.toArray(String[]::new))
        .ifNoItem()
        .after(DEADLINE)
        .fail()
        .emitOn(context)
        .map(RedisBuckets::verdict);
  }

  private static Verdict verdict(Response answer) {
    int place = answer.get(0).toInteger();
    return place == 0
        ? Verdict.ALLOWED
        : new Verdict(place - 1, Double.parseDouble(answer.get(1).toString()));
  }
}

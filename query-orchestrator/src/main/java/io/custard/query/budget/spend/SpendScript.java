package io.custard.query.budget.spend;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The counters in Redis: hashes of {@code spent}, which has what is set aside in it, and one field
 * for each reservation. Both steps are scripts, so that nobody sees half of one.
 *
 * <p>A reservation that is never settled stays spent until its counter ends. One whose counter was
 * lost meanwhile is counted as used, never given back.
 */
@ApplicationScoped
class SpendScript {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private static final String RESERVE =
      """
      local amount = ARGV[1]
      for i, key in ipairs(KEYS) do
        local limit, start = ARGV[3 * i], ARGV[3 * i + 1]
        local spent = redis.call('HGET', key, 'spent') or start
        if spent == '' then return {'unknown', i} end
        if limit ~= '' and spent + amount > tonumber(limit) then return {'spent', i} end
      end
      for i, key in ipairs(KEYS) do
        redis.call('HSETNX', key, 'spent', ARGV[3 * i + 1])
        redis.call('HINCRBY', key, 'spent', amount)
        redis.call('HSET', key, ARGV[2], amount)
        redis.call('PEXPIREAT', key, ARGV[3 * i + 2])
      end
      return {'reserved', 0}
      """;

  private static final String SETTLE =
      """
      for i, key in ipairs(KEYS) do
        if redis.call('EXISTS', key) == 1 then
          local held = redis.call('HGET', key, ARGV[1]) or '0'
          redis.call('HINCRBY', key, 'spent', string.format('%.0f', ARGV[2] - held))
          redis.call('HDEL', key, ARGV[1])
        end
      end
      return 1
      """;

  private final ReactiveRedisDataSource redis;

  SpendScript(ReactiveRedisDataSource redis) {
    this.redis = redis;
  }

  /** What came of it. */
  sealed interface Outcome {
    record Reserved() implements Outcome {}

    /** Nothing was set aside: this counter's limit would be passed. */
    record Spent(int counter) implements Outcome {}

    /** Nothing was set aside: nobody told what this counter begins with. */
    record Unknown(int counter) implements Outcome {}
  }

  /**
   * Sets so much aside on all counters or on none.
   *
   * @param starts what each begins with when it is not there; empty: not known
   */
  Uni<Outcome> reserve(UUID id, long amount, List<Counter> counters, List<String> starts) {
    List<String> words = words(RESERVE, counters);
    words.add(Long.toString(amount));
    words.add(field(id));
    for (int i = 0; i < counters.size(); i++) {
      Counter counter = counters.get(i);
      words.add(counter.limit() == null ? "" : counter.limit().toString());
      words.add(starts.get(i));
      words.add(Long.toString(counter.until().toEpochMilli()));
    }
    return run(words).map(SpendScript::outcome);
  }

  /** Counts what was used in place of what was set aside. */
  Uni<Void> settle(UUID id, long used, List<Counter> counters) {
    List<String> words = words(SETTLE, counters);
    words.add(field(id));
    words.add(Long.toString(used));
    return run(words).replaceWithVoid();
  }

  private Uni<Response> run(List<String> words) {
    return redis.execute("EVAL", words.toArray(String[]::new)).ifNoItem().after(DEADLINE).fail();
  }

  private static List<String> words(String script, List<Counter> counters) {
    List<String> words = new ArrayList<>();
    words.add(script);
    words.add(Integer.toString(counters.size()));
    counters.forEach(counter -> words.add(counter.key()));
    return words;
  }

  private static String field(UUID id) {
    return "held:" + id;
  }

  private static Outcome outcome(Response answer) {
    int counter = answer.get(1).toInteger() - 1;
    return switch (answer.get(0).toString()) {
      case "reserved" -> new Outcome.Reserved();
      case "spent" -> new Outcome.Spent(counter);
      case "unknown" -> new Outcome.Unknown(counter);
      default -> throw new IllegalStateException("the script says nothing else");
    };
  }
}

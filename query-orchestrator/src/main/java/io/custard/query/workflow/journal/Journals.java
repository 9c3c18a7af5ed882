package io.custard.query.workflow.journal;

import io.custard.query.graph.Journal;
import io.custard.query.graph.JournalLost;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Journals of workflows: one stream each, which only the holder of its lease may write to. A lease
 * that ended is gone, and the next one has another number, so a process that was asleep for too
 * long cannot write any more.
 */
@ApplicationScoped
public class Journals {
  /** How long a holder may be silent before another process goes on. */
  private static final Duration LEASE = Duration.ofSeconds(6);

  private static final Duration KEPT = Duration.ofMinutes(15);

  /** A reader who was cut off may come back within this time. */
  private static final Duration UNREAD = Duration.ofSeconds(15);

  private static final String TAKE =
      """
      if redis.call('EXISTS', KEYS[1]) == 1 then return false end
      local t = redis.call('TIME')
      local fence = string.format('%.0f', t[1] * 1000000 + t[2])
      redis.call('SET', KEYS[1], fence, 'PX', ARGV[1])
      return fence
      """;

  private static final String RENEW =
      """
      if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'lost' end
      redis.call('PEXPIRE', KEYS[1], ARGV[2])
      return redis.call('EXISTS', KEYS[2]) == 1 and 'read' or 'unread'
      """;

  private static final String APPEND =
      """
      if redis.call('GET', KEYS[2]) ~= ARGV[1] then return false end
      local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, '*', 'line', ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[2])
      if ARGV[4] == 'last' then redis.call('DEL', KEYS[2]) end
      return id
      """;

  private final ReactiveRedisDataSource redis;
  private final LineCodec codec;

  Journals(ReactiveRedisDataSource redis, LineCodec codec) {
    this.redis = redis;
    this.codec = codec;
  }

  /** How a lease stands. */
  public enum Standing {
    LOST,
    READ,
    /** Held, and nobody has followed the workflow of late. */
    UNREAD
  }

  /** A line and its place in the stream. */
  public record Placed(String id, Line line) {}

  /** The number of the lease; empty while another process holds it. */
  public Uni<Optional<String>> take(WorkflowKey key) {
    return run(TAKE, List.of(key.lease()), millis(LEASE)).map(Optional::ofNullable);
  }

  /** To be called at least every two seconds. */
  public Uni<Standing> renew(WorkflowKey key, String fence) {
    return run(RENEW, List.of(key.lease(), key.read()), fence, millis(LEASE))
        .map(said ->
            said == null || said.equals("lost")
                ? Standing.LOST
                : said.equals("read") ? Standing.READ : Standing.UNREAD);
  }

  /**
   * The journal for whoever holds the lease; fails with {@link JournalLost} for all others.
   * Completes on a worker thread: the steps that follow look into rows, and the client's thread
   * serves all.
   */
  public Journal journal(WorkflowKey key, String fence) {
    return entry ->
        append(key, fence, codec.text(entry), "").emitOn(Infrastructure.getDefaultWorkerPool());
  }

  /** Writes the last line and gives the lease back. */
  public Uni<Void> end(WorkflowKey key, String fence, End end) {
    return append(key, fence, codec.text(end), "last");
  }

  /**
   * The lines behind a place.
   *
   * @param after an id of a {@link Placed}; null: all
   */
  public Uni<List<Placed>> lines(WorkflowKey key, @Nullable String after) {
    return redis
        .execute("XRANGE", key.events(), after == null ? "-" : "(" + after, "+")
        .map(this::placed);
  }

  /** Somebody follows the workflow. */
  public Uni<Void> read(WorkflowKey key) {
    return redis.execute("SET", key.read(), "1", "PX", millis(UNREAD)).replaceWithVoid();
  }

  private Uni<Void> append(WorkflowKey key, String fence, String line, String last) {
    return run(APPEND, List.of(key.events(), key.lease()), fence, millis(KEPT), line, last)
        .onFailure()
        .transform(JournalLost::new)
        .invoke(id -> {
          if (id == null) {
            throw new JournalLost("another process has the workflow");
          }
        })
        .replaceWithVoid();
  }

  private Uni<@Nullable String> run(String script, List<String> keys, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(script);
    words.add(Integer.toString(keys.size()));
    words.addAll(keys);
    words.addAll(List.of(arguments));
    return redis
        .execute("EVAL", words.toArray(String[]::new))
        .map(said -> said == null ? null : said.toString());
  }

  private List<Placed> placed(@Nullable Response stream) {
    List<Placed> lines = new ArrayList<>();
    if (stream != null) {
      for (Response entry : stream) {
        lines.add(new Placed(entry.get(0).toString(), codec.line(entry.get(1).get(1).toString())));
      }
    }
    return lines;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}

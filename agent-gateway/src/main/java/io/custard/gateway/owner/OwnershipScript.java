package io.custard.gateway.owner;

import io.custard.gateway.batch.Gathering;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.LinkOwner;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The steps on ownerships in Redis, as one script that takes many of them: ten thousand links are
 * ten thousand words to Redis every few seconds. Each step is atomic and stands or fails alone.
 */
final class OwnershipScript {
  /** So many steps take Redis a few milliseconds, in which it serves nobody else. */
  private static final int TOGETHER = 500;

  private static final int WAITING = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String FAILED = "failed";
  private static final String SCRIPT =
      """
      local t = redis.call('TIME')
      local micros = t[1] * 1000000 + t[2]
      local now = string.format('%.0f', micros)
      local function held(key, member)
        local value = redis.call('HGET', key, member)
        return value and tonumber(string.match(value, '^%d+ (%d+) ')) or 0
      end
      local function put(key, member, fence, owner, lifetime)
        redis.call('HSET', key, member, now .. ' ' .. fence .. ' ' .. owner)
        redis.call('PEXPIRE', key, lifetime)
      end
      local steps = {}
      function steps.claim(key, member, lifetime, owner)
        local drawn = string.format('%.0f', math.max(held(key, member) + 1, micros))
        put(key, member, drawn, owner, lifetime)
        return drawn
      end
      function steps.assert(key, member, lifetime, owner, fence)
        if held(key, member) > tonumber(fence) then return '0' end
        put(key, member, fence, owner, lifetime)
        return '1'
      end
      function steps.release(key, member, lifetime, owner, fence)
        if held(key, member) <= tonumber(fence) then redis.call('HDEL', key, member) end
        return ''
      end
      function steps.standing(key, member, fresh)
        local value = redis.call('HGET', key, member)
        local stamp, owner = string.match(value or '', '^(%d+) %d+ (.*)$')
        return stamp and micros - tonumber(stamp) < tonumber(fresh) and owner or ''
      end
      local answers = {}
      for i, key in ipairs(KEYS) do
        local at = (i - 1) * 5
        local ok, answer = pcall(steps[ARGV[at + 1]], key, unpack(ARGV, at + 2, at + 5))
        answers[i] = ok and answer or 'failed'
      end
      return answers
      """;

  private final ReactiveRedisDataSource redis;
  private final String lifetime;
  private final Gathering<Step, String> steps =
      new Gathering<>(this::run, new Gathering.Limits(TOGETHER, WAITING, PATIENCE));

  /**
   * @param lifetime how long a key of Redis stays when nobody asserts one of its members
   */
  OwnershipScript(ReactiveRedisDataSource redis, Duration lifetime) {
    this.redis = redis;
    this.lifetime = Long.toString(lifetime.toMillis());
  }

  /** One member of one key. */
  record Member(ConnectionId connection, String instanceId) {}

  private record Step(String verb, Member member, List<String> arguments) {}

  /** Completes with the fencing number drawn. */
  Uni<Long> claim(Member member, String owner) {
    return step("claim", member, lifetime, owner, "").map(Long::parseLong);
  }

  /** False when a newer claim stands. */
  Uni<Boolean> hold(Member member, String owner, long fence) {
    return step("assert", member, lifetime, owner, Long.toString(fence)).map("1"::equals);
  }

  /** Nothing happens when a newer claim stands. */
  Uni<Void> release(Member member, long fence) {
    return step("release", member, "", "", Long.toString(fence)).replaceWithVoid();
  }

  /** The owner as written; empty when there is none or its word is stale. */
  Uni<String> standing(Member member) {
    return step("standing", member, LinkOwner.FRESH_MICROS, "", "");
  }

  private Uni<String> step(String verb, Member member, String... arguments) {
    return steps
        .ask(new Step(verb, member, List.of(arguments)))
        .invoke(answer -> {
          if (answer.equals(FAILED)) {
            throw new IllegalStateException("Redis refused to " + verb);
          }
        });
  }

  private Uni<List<String>> run(List<Step> together) {
    List<String> words = new ArrayList<>();
    words.add(SCRIPT);
    words.add(Integer.toString(together.size()));
    together.forEach(step -> words.add(LinkOwner.key(step.member().connection())));
    for (Step step : together) {
      words.add(step.verb());
      words.add(step.member().instanceId());
      words.addAll(step.arguments());
    }
    return redis.execute("EVAL", words.toArray(String[]::new)).map(OwnershipScript::texts);
  }

  private static List<String> texts(Response answers) {
    return StreamSupport.stream(answers.spliterator(), false).map(Response::toString).toList();
  }
}

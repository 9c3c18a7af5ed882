package io.custard.gateway.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who holds which agent's link, in Redis: as {@link LinkOwner} describes.
 *
 * <p>Fencing (ADR 0003): a claim draws max(last number + 1, clock). Asserting or releasing with a
 * lower number loses, so a closing old socket never removes its successor; and since the numbers
 * are clock readings, a zombie cannot outbid a newer owner even after Redis was emptied.
 */
@ApplicationScoped
class Ownership {
  private static final String PARSE =
      """
      local function fence(value)
        return value and tonumber(string.match(value, '^%d+ (%d+) ')) or 0
      end
      local t = redis.call('TIME')
      local now = string.format('%.0f', t[1] * 1000000 + t[2])
      local held = fence(redis.call('HGET', KEYS[1], ARGV[1]))
      """;

  private static final String CLAIM =
      PARSE
          + """
          local drawn = string.format('%.0f', math.max(held + 1, tonumber(now)))
          redis.call('HSET', KEYS[1], ARGV[1], now .. ' ' .. drawn .. ' ' .. ARGV[2])
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
          return drawn
          """;

  private static final String ASSERT =
      PARSE
          + """
          if held > tonumber(ARGV[2]) then return 0 end
          redis.call('HSET', KEYS[1], ARGV[1], now .. ' ' .. ARGV[2] .. ' ' .. ARGV[3])
          redis.call('PEXPIRE', KEYS[1], ARGV[4])
          return 1
          """;

  private static final String RELEASE =
      PARSE
          + """
          if held > tonumber(ARGV[2]) then return 0 end
          return redis.call('HDEL', KEYS[1], ARGV[1])
          """;

  private final ReactiveRedisDataSource redis;
  private final ObjectMapper json;
  private final GatewayConfig config;

  Ownership(ReactiveRedisDataSource redis, ObjectMapper json, GatewayConfig config) {
    this.redis = redis;
    this.json = json;
    this.config = config;
  }

  /** Takes the link over from whoever held it; completes with the fencing number drawn. */
  Uni<Long> claim(AgentLink link, String instanceId, ReplicaAddress here) {
    return redis
        .execute(
            "EVAL",
            CLAIM,
            "1",
            LinkOwner.key(link.connectionId()),
            instanceId,
            describe(link, here),
            lifetime())
        .map(drawn -> Long.parseLong(drawn.toString()));
  }

  /** Says again that we hold the link; false when a newer claim stands. */
  Uni<Boolean> hold(AgentLink link, LinkState.Ready state, ReplicaAddress here) {
    return redis
        .execute(
            "EVAL",
            ASSERT,
            "1",
            LinkOwner.key(link.connectionId()),
            state.hello().instanceId(),
            Long.toString(state.fence()),
            describe(link, here),
            lifetime())
        .map(held -> held.toInteger() == 1);
  }

  Uni<Void> release(AgentLink link, LinkState.Ready state) {
    return redis
        .execute(
            "EVAL",
            RELEASE,
            "1",
            LinkOwner.key(link.connectionId()),
            state.hello().instanceId(),
            Long.toString(state.fence()))
        .replaceWithVoid();
  }

  private String lifetime() {
    return Long.toString(config.ownershipLifetime().toMillis());
  }

  private String describe(AgentLink link, ReplicaAddress here) {
    LinkOwner owner =
        new LinkOwner(here, link.id(), link.database(), link.inFlight().get(), null, null);
    try {
      return json.writeValueAsString(owner);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an owner is always JSON", e);
    }
  }
}

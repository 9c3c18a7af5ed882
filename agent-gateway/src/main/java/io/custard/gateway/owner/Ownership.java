package io.custard.gateway.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.GatewayConfig;
import io.custard.gateway.link.LinkState;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.event.LinkOwner;
import io.custard.protocol.event.ReplicaAddress;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who holds which agent's link, in Redis: as {@link LinkOwner} describes.
 *
 * <p>Fencing (ADR 0003): a claim draws max(last number + 1, clock). Asserting or releasing with a
 * lower number loses, so a closing old socket never removes its successor; and since the numbers
 * are clock readings, a zombie cannot outbid a newer owner even after Redis was emptied.
 */
@ApplicationScoped
public class Ownership {
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

  private static final String STANDING =
      """
      local value = redis.call('HGET', KEYS[1], ARGV[1])
      if not value then return false end
      local t = redis.call('TIME')
      local stamp, owner = string.match(value, '^(%d+) %d+ (.*)$')
      if stamp and t[1] * 1000000 + t[2] - tonumber(stamp) < tonumber(ARGV[2]) then return owner end
      return false
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
  public Uni<Long> claim(AgentLink link, Hello hello, ReplicaAddress here) {
    return redis
        .execute(
            "EVAL",
            CLAIM,
            "1",
            LinkOwner.key(link.connectionId()),
            hello.instanceId(),
            write(describe(link, hello, here)),
            lifetime())
        .map(drawn -> Long.parseLong(drawn.toString()));
  }

  /** Says again that we hold the link; false when a newer claim stands. */
  Uni<Boolean> hold(AgentLink link, LinkState.Ready state, LinkOwner as) {
    return redis
        .execute(
            "EVAL",
            ASSERT,
            "1",
            LinkOwner.key(link.connectionId()),
            state.hello().instanceId(),
            Long.toString(state.fence()),
            write(as),
            lifetime())
        .map(held -> held.toInteger() == 1);
  }

  /** Gives the link up; nothing happens when a newer claim stands. */
  public Uni<Void> release(AgentLink link, Hello hello, long fence) {
    return redis
        .execute(
            "EVAL",
            RELEASE,
            "1",
            LinkOwner.key(link.connectionId()),
            hello.instanceId(),
            Long.toString(fence))
        .replaceWithVoid();
  }

  /** Who said lately that it holds the link of this instance; a stale word does not count. */
  Uni<Optional<LinkOwner>> standing(ConnectionId connection, String instanceId) {
    return redis
        .execute(
            "EVAL", STANDING, "1", LinkOwner.key(connection), instanceId, LinkOwner.FRESH_MICROS)
        .map(found -> Optional.ofNullable(found).flatMap(this::read));
  }

  LinkOwner describe(AgentLink link, Hello hello, ReplicaAddress here) {
    return new LinkOwner(
        here,
        link.id(),
        link.lamps().forChoosing(),
        link.inFlight().get(),
        hello.capabilities(),
        link.isDraining() ? Boolean.TRUE : null,
        link.predecessor(),
        link.health().map(Health::code).orElse(null));
  }

  private String lifetime() {
    return Long.toString(config.ownershipLifetime().toMillis());
  }

  private String write(LinkOwner owner) {
    try {
      return json.writeValueAsString(owner);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an owner is always JSON", e);
    }
  }

  /** What cannot be read was not written by a replica that still runs. */
  private Optional<LinkOwner> read(Response value) {
    try {
      return Optional.of(json.readValue(value.toString(), LinkOwner.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

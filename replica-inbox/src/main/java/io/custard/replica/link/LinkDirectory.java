package io.custard.replica.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.LinkOwner;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Reads from Redis which gateway holds a connection's agents (written by the gateways). */
@ApplicationScoped
public class LinkDirectory {
  private static final Logger LOG = Logger.getLogger(LinkDirectory.class);

  /** Values with the age of their stamp in microseconds, by Redis' own clock. */
  private static final String READ =
      """
      local t = redis.call('TIME')
      local now = t[1] * 1000000 + t[2]
      local found = {}
      for _, value in ipairs(redis.call('HVALS', KEYS[1])) do
        local stamp, owner = string.match(value, '^(%d+) %d+ (.*)$')
        if stamp and now - tonumber(stamp) < tonumber(ARGV[1]) then found[#found + 1] = owner end
      end
      return found
      """;

  private final ReactiveRedisDataSource redis;
  private final ObjectMapper json;

  LinkDirectory(ReactiveRedisDataSource redis, ObjectMapper json) {
    this.redis = redis;
    this.json = json;
  }

  /** All links of a connection that were heard of lately; empty when no agent is linked. */
  public Uni<List<LinkOwner>> members(ConnectionId connection) {
    return redis
        .execute("EVAL", READ, "1", LinkOwner.key(connection), LinkOwner.FRESH_MICROS)
        .map(
            found -> StreamSupport.stream(found.spliterator(), false).flatMap(this::read).toList());
  }

  /**
   * The link to use: a green database before an unknown or red one, then the fewest statements
   * under way. Empty when no agent is linked.
   */
  public Uni<Optional<LinkOwner>> choose(ConnectionId connection) {
    return members(connection)
        .map(members ->
            members.stream()
                .filter(owner -> !Boolean.TRUE.equals(owner.draining()))
                .min(
                    Comparator.<LinkOwner>comparingInt(LinkDirectory::rank)
                        .thenComparingInt(LinkOwner::inFlight)));
  }

  private static int rank(LinkOwner owner) {
    return switch (owner.database()) {
      case Health.GREEN -> 0;
      case Health.RED -> 2;
      case LinkOwner.SILENT -> 3;
      default -> 1;
    };
  }

  private Stream<LinkOwner> read(Response value) {
    try {
      return Stream.of(json.readValue(value.toString(), LinkOwner.class));
    } catch (JsonProcessingException e) {
      LOG.warn("Link owner in Redis is not readable and is left out");
      return Stream.empty();
    }
  }
}

package io.custard.replica;

import io.custard.protocol.event.Topic;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The lease of one partition number of one topic, in Redis under {@code
 * partition:<topic>:<number>}, value: the epoch of the holder.
 */
@ApplicationScoped
final class PartitionLease {
  /**
   * Keeps what is ours, takes back what Redis forgot, and leaves alone what somebody else holds.
   */
  private static final String RENEW =
      """
      local holder = redis.call('GET', KEYS[1])
      if holder and holder ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return 1
      """;

  private static final String RELEASE =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

  private final ReactiveRedisDataSource redis;
  private final ReplicaConfig config;

  PartitionLease(ReactiveRedisDataSource redis, ReplicaConfig config) {
    this.redis = redis;
    this.config = config;
  }

  /** Takes the first free number, trying them in the given order; empty when all are taken. */
  Uni<Optional<Integer>> claim(Topic topic, List<Integer> order, long epoch) {
    if (order.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return renew(topic, order.getFirst(), epoch)
        .chain(taken ->
            taken
                ? Uni.createFrom().item(Optional.of(order.getFirst()))
                : claim(topic, order.subList(1, order.size()), epoch));
  }

  /** False when another replica holds the number now. */
  Uni<Boolean> renew(Topic topic, int partition, long epoch) {
    return redis
        .execute(
            "EVAL",
            RENEW,
            "1",
            key(topic, partition),
            Long.toString(epoch),
            Long.toString(config.lease().toMillis()))
        .map(held -> held.toInteger() == 1);
  }

  Uni<Void> release(Topic topic, int partition, long epoch) {
    return redis
        .execute("EVAL", RELEASE, "1", key(topic, partition), Long.toString(epoch))
        .replaceWithVoid();
  }

  private static String key(Topic topic, int partition) {
    return "partition:" + topic.topic() + ":" + partition;
  }
}

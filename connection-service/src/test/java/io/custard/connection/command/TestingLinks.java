package io.custard.connection.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.LinkOwner;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Links as gateways keep them in Redis. */
@ApplicationScoped
public class TestingLinks {
  private final ReactiveRedisDataSource redis;
  private final ObjectMapper json;

  TestingLinks(ReactiveRedisDataSource redis, ObjectMapper json) {
    this.redis = redis;
    this.json = json;
  }

  /** Fresh for ten seconds. */
  public void put(ConnectionId connection, LinkOwner owner) {
    try {
      String stamp = Long.toString(System.currentTimeMillis() * 1_000);
      String value = stamp + " " + stamp + " " + json.writeValueAsString(owner);
      redis
          .execute("HSET", LinkOwner.key(connection), "one", value)
          .await()
          .atMost(Duration.ofSeconds(5));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

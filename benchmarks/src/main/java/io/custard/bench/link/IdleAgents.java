package io.custard.bench.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.stack.PublicApi;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Many agents without a database, each with a socket, a greeting and a heartbeat of its own. */
final class IdleAgents implements AutoCloseable {
  /** Links of one connection; more connections would measure connection-service. */
  private static final int MEMBERS = 500;

  private static final int CONNECT_MILLIS = 5_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 20;

  private final PublicApi api;
  private final Vertx vertx = Vertx.vertx();
  private final LinkTally tally = new LinkTally();
  private final List<IdleAgent> agents = new ArrayList<>();
  private final List<String> connections = new ArrayList<>();
  private String key = "";

  IdleAgents(PublicApi api, int count, int port) throws IOException, InterruptedException {
    this.api = api;
    WebSocketClient client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(2 * count) // the old ones may go while the new ones come
                .setConnectTimeout(CONNECT_MILLIS));
    for (int i = 0; i < count; i++) {
      if (i % MEMBERS == 0) {
        connect(i);
      }
      Identity identity = new Identity(connections.getLast(), key, "bench-" + i, port);
      agents.add(new IdleAgent(vertx, client, identity, tally));
    }
  }

  private void connect(int number) throws IOException, InterruptedException {
    var made = api.post("/api/v1/connections", Map.of("name", "bench " + number));
    connections.add(made.path("id").asText());
    key = made.path("agent_key").asText();
  }

  /**
   * Links all of them and says how long that took; null when they were not within the limit.
   *
   * @param atOnce how many dial at the same time
   */
  @Nullable Duration linkAll(int atOnce) throws InterruptedException {
    long start = System.nanoTime();
    Duration taken = Duration.ZERO;
    for (int from = 0; from < agents.size() && taken != null; from += atOnce) {
      int to = Math.min(agents.size(), from + atOnce);
      agents.subList(from, to).forEach(IdleAgent::dial);
      taken = awaitLinked(to, start);
    }
    return taken;
  }

  /** Cuts every socket without a goodbye; each agent dials again by itself. */
  void cut() {
    agents.forEach(IdleAgent::cut);
  }

  /** How long it took from the start until so many were linked; null when it takes too long. */
  @Nullable Duration awaitLinked(int count, long startNanos) throws InterruptedException {
    Duration taken = Duration.ZERO;
    while (tally.count() < count && taken.compareTo(LIMIT) < 0) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      taken = Duration.ofNanos(System.nanoTime() - startNanos);
    }
    return tally.count() < count ? null : taken;
  }

  int linked() {
    return tally.count();
  }

  /** Why dials and links came to nothing since the last call. */
  ObjectNode setbacks() {
    return tally.setbacks();
  }

  @Override
  public void close() throws IOException {
    agents.forEach(IdleAgent::end);
    vertx.close();
    for (String connection : connections) {
      api.delete("/api/v1/connections/" + connection);
    }
  }
}

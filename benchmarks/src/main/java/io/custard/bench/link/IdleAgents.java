package io.custard.bench.link;

import io.custard.bench.stack.PublicApi;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many agents without a database, each with a socket, a greeting and a heartbeat of its own. */
final class IdleAgents implements AutoCloseable {
  /** Links of one connection; more connections would measure connection-service. */
  private static final int MEMBERS = 500;

  private static final Duration LINK_LIMIT = Duration.ofMinutes(5);

  private final PublicApi api;
  private final Vertx vertx = Vertx.vertx();
  private final List<IdleAgent> agents = new ArrayList<>();
  private final List<String> connections = new ArrayList<>();

  IdleAgents(PublicApi api, int count, int port) throws IOException, InterruptedException {
    this.api = api;
    WebSocketClient client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count + 1));
    for (int i = 0; i < count; i++) {
      if (i % MEMBERS == 0) {
        connect(i);
      }
      agents.add(new IdleAgent(vertx, client, identity(i, port)));
    }
  }

  private String key = "";

  private void connect(int number) throws IOException, InterruptedException {
    var made = api.post("/api/v1/connections", Map.of("name", "bench " + number));
    connections.add(made.path("id").asText());
    key = made.path("agent_key").asText();
  }

  private IdleAgent.Identity identity(int number, int port) {
    return new IdleAgent.Identity(connections.getLast(), key, "bench-" + number, port);
  }

  /**
   * Links all of them and says how long that took.
   *
   * @param atOnce how many dial at the same time
   */
  Duration linkAll(int atOnce) throws Exception {
    long start = System.nanoTime();
    Future<Void> linked = linkFrom(0, atOnce);
    await(linked);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Future<Void> linkFrom(int from, int atOnce) {
    if (from >= agents.size()) {
      return Future.succeededFuture();
    }
    List<IdleAgent> next = agents.subList(from, Math.min(agents.size(), from + atOnce));
    return Future.all(next.stream().map(IdleAgent::link).toList())
        .compose(done -> linkFrom(from + atOnce, atOnce));
  }

  /** Cuts every socket without a goodbye and dials again, all at the same moment. */
  Duration storm() throws Exception {
    await(Future.all(agents.stream().map(IdleAgent::cut).toList()).mapEmpty());
    return linkAll(agents.size());
  }

  long linked() {
    return agents.stream().filter(IdleAgent::isLinked).count();
  }

  private static void await(Future<Void> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    future.toCompletionStage().toCompletableFuture().get(LINK_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    vertx.close();
    for (String connection : connections) {
      api.delete("/api/v1/connections/" + connection);
    }
  }
}

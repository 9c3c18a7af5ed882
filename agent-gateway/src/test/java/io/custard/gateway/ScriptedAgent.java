package io.custard.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The far end of a link as a test drives it: sends frames, keeps what comes. */
final class ScriptedAgent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebSocket socket;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final List<JsonNode> kept = new ArrayList<>();
  private final Set<String> types = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  private volatile boolean answering;

  private ScriptedAgent(WebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(this::keep);
    socket.closeHandler(nothing -> closed.complete(null));
  }

  private void keep(String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      if (answering && frame.path("type").asText().equals("probe")) {
        socket.writeTextMessage(
            JSON.writerFor(AgentFrame.class)
                .writeValueAsString(new Probed(frame.path("probeId").asText(), null)));
      }
      types.add(frame.path("type").asText());
      received.add(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Dials; fails with Vert.x' UpgradeRejectedException when the gateway says no. */
  static ScriptedAgent dial(Vertx vertx, int port, ConnectionId connection, String key)
      throws Exception {
    return dial(vertx, port, connection, key, "127.0.0.1");
  }

  /** The same, seen by the gateway as coming from this address. */
  static ScriptedAgent dial(
      Vertx vertx, int port, ConnectionId connection, String key, String address) throws Exception {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(AgentProtocol.PATH + connection)
            .addSubProtocol(AgentProtocol.SUBPROTOCOL)
            .addHeader("X-Forwarded-For", address)
            .addHeader("Authorization", "Bearer " + key);
    try {
      // The handlers must stand before the first frame can come: the gateway speaks second.
      return vertx
          .createWebSocketClient(
              new WebSocketClientOptions().setMaxFrameSize(8 << 20).setMaxMessageSize(8 << 20))
          .connect(options)
          .map(ScriptedAgent::new)
          .toCompletionStage()
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  /** Says hello as an agent of minor version 1 does. */
  void hello(String instanceId) throws Exception {
    send(hello(instanceId, 1, null));
  }

  /** Says hello as an agent of minor version 2 does. */
  void hello(String instanceId, List<String> capabilities) throws Exception {
    send(hello(instanceId, 2, capabilities));
  }

  static Hello hello(String instanceId, int version, @Nullable List<String> capabilities) {
    return new Hello(
        1,
        version,
        "test",
        instanceId,
        new EngineDescription("postgresql", "17"),
        null,
        capabilities,
        null,
        null);
  }

  /** From now on probes are answered at once, as a living agent does. */
  ScriptedAgent answering() {
    answering = true;
    return this;
  }

  void stopAnswering() {
    answering = false;
  }

  void health(String database) throws Exception {
    send(new Health(database, null, null, null, 0, null, null, null, null, null));
  }

  void send(AgentFrame frame) throws Exception {
    raw(JSON.writerFor(AgentFrame.class).writeValueAsString(frame));
  }

  void raw(String text) {
    socket.writeTextMessage(text);
  }

  /** Sends it so many times; completes when the socket has taken them all, or is closed. */
  void flood(String text, int times) throws Exception {
    for (int i = 1; i < times; i++) {
      raw(text);
    }
    socket
        .writeTextMessage(text)
        .otherwiseEmpty()
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  void send(RowsFrame rows) {
    socket.writeBinaryMessage(Buffer.buffer(rows.encode()));
  }

  /** A frame of this type, also one that came before others that were waited for. */
  JsonNode awaitInAnyOrder(String type) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (System.nanoTime() < until) {
      JsonNode frame = received.poll(100, TimeUnit.MILLISECONDS);
      if (frame != null) {
        kept.add(frame);
      }
      for (JsonNode earlier : kept) {
        if (earlier.path("type").asText().equals(type)) {
          kept.remove(earlier);
          return earlier;
        }
      }
    }
    throw new AssertionError("no frame of type " + type + " came");
  }

  /** The next frame of this type; others before it are passed over. */
  JsonNode await(String type) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (System.nanoTime() < until) {
      JsonNode frame = received.poll(100, TimeUnit.MILLISECONDS);
      if (frame != null && frame.path("type").asText().equals(type)) {
        return frame;
      }
    }
    throw new AssertionError("no frame of type " + type + " came");
  }

  /** Whether a frame of this type ever came. */
  boolean came(String type) {
    return types.contains(type);
  }

  /** Whether a frame of this type is among those that came and were not looked at yet. */
  boolean has(String type) {
    return received.stream().anyMatch(frame -> frame.path("type").asText().equals(type));
  }

  void binary(byte[] bytes) {
    socket.writeBinaryMessage(Buffer.buffer(bytes));
  }

  void awaitClose() throws InterruptedException, ExecutionException, TimeoutException {
    awaitClose(Duration.ofSeconds(5));
  }

  void awaitClose(Duration within)
      throws InterruptedException, ExecutionException, TimeoutException {
    closed.get(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  void close() {
    socket.close();
  }
}

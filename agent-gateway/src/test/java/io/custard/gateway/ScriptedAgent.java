package io.custard.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The far end of a link as a test drives it: sends frames, keeps what comes. */
final class ScriptedAgent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebSocket socket;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  private ScriptedAgent(WebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(this::keep);
    socket.closeHandler(nothing -> closed.complete(null));
  }

  private void keep(String text) {
    try {
      received.add(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Dials; fails with Vert.x' UpgradeRejectedException when the gateway says no. */
  static ScriptedAgent dial(Vertx vertx, int port, ConnectionId connection, String key)
      throws Exception {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(AgentProtocol.PATH + connection)
            .addSubProtocol(AgentProtocol.SUBPROTOCOL)
            .addHeader("Authorization", "Bearer " + key);
    try {
      // The handlers must stand before the first frame can come: the gateway speaks second.
      return vertx
          .createWebSocketClient()
          .connect(options)
          .map(ScriptedAgent::new)
          .toCompletionStage()
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  void hello(String instanceId) throws Exception {
    send(
        new Hello(
            1,
            1,
            "test",
            instanceId,
            new EngineDescription("postgresql", "17"),
            null,
            null,
            null,
            null));
  }

  void send(AgentFrame frame) throws Exception {
    raw(JSON.writerFor(AgentFrame.class).writeValueAsString(frame));
  }

  void raw(String text) {
    socket.writeTextMessage(text);
  }

  void send(RowsFrame rows) {
    socket.writeBinaryMessage(Buffer.buffer(rows.encode()));
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

  void awaitClose() throws InterruptedException, ExecutionException, TimeoutException {
    closed.get(5, TimeUnit.SECONDS);
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  void close() {
    socket.close();
  }
}

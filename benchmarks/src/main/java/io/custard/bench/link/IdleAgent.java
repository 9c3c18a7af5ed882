package io.custard.bench.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.cli.api.Json;
import io.custard.protocol.Capability;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Probed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One agent that greets, answers probes, reports its health and has nothing else to do. */
final class IdleAgent {
  private static final ObjectWriter FRAMES = Json.MAPPER.writerFor(AgentFrame.class);
  private static final long RETRY_MILLIS = 500;
  private static final int CONNECT_MILLIS = 30_000;

  private final Vertx vertx;
  private final WebSocketClient client;
  private final Identity identity;
  private volatile @Nullable WebSocket socket;
  private volatile boolean linked;

  IdleAgent(Vertx vertx, WebSocketClient client, Identity identity) {
    this.vertx = vertx;
    this.client = client;
    this.identity = identity;
  }

  /** Who it is and where it dials. */
  record Identity(String connection, String key, String instance, int port) {
    @Override
    public String toString() {
      return "Identity[" + instance + "]";
    }
  }

  boolean isLinked() {
    return linked;
  }

  /** Dials until it is welcomed. */
  Future<Void> link() {
    Promise<Void> welcomed = Promise.promise();
    dial(welcomed);
    return welcomed.future();
  }

  private void dial(Promise<Void> welcomed) {
    client
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(identity.port())
                .setURI(AgentProtocol.PATH + identity.connection())
                .addHeader("Authorization", "Bearer " + identity.key())
                .addSubProtocol(AgentProtocol.SUBPROTOCOL)
                .setTimeout(CONNECT_MILLIS))
        .onSuccess(open -> greet(open, welcomed))
        .onFailure(refused -> again(welcomed));
  }

  /** With jitter, as real agents do. */
  private void again(Promise<Void> welcomed) {
    linked = false;
    long wait = 1 + ThreadLocalRandom.current().nextLong(RETRY_MILLIS);
    vertx.setTimer(wait, now -> dial(welcomed));
  }

  private void greet(WebSocket open, Promise<Void> welcomed) {
    socket = open;
    open.textMessageHandler(text -> received(open, text, welcomed));
    open.closeHandler(closed -> {
      boolean early = !linked;
      linked = false;
      if (early && !welcomed.future().isComplete()) {
        again(welcomed);
      }
    });
    send(
        open,
        new Hello(
            AgentProtocol.MIN_VERSION,
            AgentProtocol.MAX_VERSION,
            "bench",
            identity.instance(),
            new EngineDescription("postgresql", "17"),
            1L,
            List.of(Capability.PROBE),
            null,
            null));
  }

  private void received(WebSocket open, String text, Promise<Void> welcomed) {
    JsonNode frame = read(text);
    switch (frame.path("type").asText()) {
      case "welcome" -> {
        linked = true;
        welcomed.tryComplete();
        beat(open, frame.path("heartbeatSeconds").asInt() * 1000L);
      }
      case "probe" -> send(open, new Probed(frame.path("probeId").asText(), null));
      default -> {
        // It has no database: nothing else concerns it.
      }
    }
  }

  private void beat(WebSocket open, long everyMillis) {
    vertx.setTimer(
        1 + ThreadLocalRandom.current().nextLong(everyMillis),
        begin ->
            vertx.setPeriodic(
                1,
                everyMillis,
                timer -> {
                  if (open.isClosed()) {
                    vertx.cancelTimer(timer);
                  } else {
                    send(open, health());
                  }
                }));
  }

  private static Health health() {
    return new Health(Health.GREEN, null, null, null, 0, List.of(), null, null, null, null);
  }

  /** Ends the socket as a broken network would: without a goodbye. */
  Future<Void> cut() {
    WebSocket open = socket;
    linked = false;
    return open == null ? Future.succeededFuture() : open.close();
  }

  private static void send(WebSocket open, AgentFrame frame) {
    try {
      open.writeTextMessage(FRAMES.writeValueAsString(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame is always JSON", e);
    }
  }

  private static JsonNode read(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway sent no JSON", e);
    }
  }
}

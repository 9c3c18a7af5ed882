package io.custard.bench.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Probed;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import org.jspecify.annotations.Nullable;

/**
 * One agent that greets, answers probes, reports its health and has nothing else to do. It dials
 * whenever it is not linked, and waits in between as the real agent does.
 */
final class IdleAgent {
  private static final Buffer PING = Buffer.buffer("custard");
  private static final int UPGRADE_MILLIS = 10_000;

  private final Vertx vertx;
  private final WebSocketClient client;
  private final Identity identity;
  private final LinkTally tally;
  private final Backoff backoff = new Backoff();

  /** The one that counts; what an older one still does is nothing. */
  private @Nullable WebSocket socket;

  private boolean linked;
  private long linkedNanos;
  private long retryAfterSeconds;
  private boolean ended;

  IdleAgent(Vertx vertx, WebSocketClient client, Identity identity, LinkTally tally) {
    this.vertx = vertx;
    this.client = client;
    this.identity = identity;
    this.tally = tally;
  }

  synchronized void dial() {
    if (ended) {
      return;
    }
    retryAfterSeconds = 0;
    client
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(identity.port())
                .setURI(AgentProtocol.PATH + identity.connection())
                .addHeader("Authorization", "Bearer " + identity.key())
                .addSubProtocol(AgentProtocol.SUBPROTOCOL)
                .setTimeout(UPGRADE_MILLIS))
        .onSuccess(this::opened)
        .onFailure(this::refused);
  }

  private synchronized void refused(Throwable failure) {
    String code = failure.getClass().getSimpleName();
    if (failure instanceof UpgradeRejectedException upgrade) {
      String header = upgrade.getHeaders().get("Custard-Error");
      code = header == null ? "HTTP " + upgrade.getStatus() : header;
      String after = upgrade.getHeaders().get("Retry-After");
      retryAfterSeconds = after == null ? 0 : Long.parseLong(after);
    }
    tally.setback(code);
    backoff.refused();
    again();
  }

  private void again() {
    if (!ended) {
      vertx.setTimer(backoff.waitMillis(retryAfterSeconds), now -> dial());
    }
  }

  private synchronized void opened(WebSocket open) {
    socket = open;
    open.textMessageHandler(text -> received(open, Frames.read(text)));
    open.closeHandler(closed -> lost(open, "lost " + open.closeReason()));
    open.exceptionHandler(failure -> lost(open, failure.getClass().getSimpleName()));
    Frames.send(open, Frames.hello(identity.instance()));
  }

  private synchronized void received(WebSocket open, JsonNode frame) {
    if (open != socket) {
      return;
    }
    switch (frame.path("type").asText()) {
      case "welcome" -> welcomed(open, frame.path("heartbeatSeconds").asInt() * 1000L);
      case "refused" -> {
        retryAfterSeconds = frame.path("retryAfterSeconds").asLong();
        lost(open, frame.path("code").asText());
        open.close();
      }
      case "probe" -> Frames.send(open, new Probed(frame.path("probeId").asText(), null));
      default -> {
        // It has no database: nothing else concerns it.
      }
    }
  }

  private void welcomed(WebSocket open, long everyMillis) {
    linked = true;
    linkedNanos = System.nanoTime();
    tally.linked();
    Frames.send(open, Frames.health());
    vertx.setPeriodic(
        everyMillis,
        timer -> {
          if (open.isClosed()) {
            vertx.cancelTimer(timer);
          } else {
            open.writePing(PING);
            Frames.send(open, Frames.health());
          }
        });
  }

  private synchronized void lost(WebSocket which, String why) {
    if (which != socket) {
      return;
    }
    socket = null;
    if (linked) {
      linked = false;
      tally.unlinked();
      backoff.lost(System.nanoTime() - linkedNanos);
    } else {
      backoff.refused();
    }
    tally.setback(why);
    again();
  }

  /** Ends the socket as a broken network would: without a goodbye. */
  synchronized void cut() {
    WebSocket open = socket;
    if (open != null) {
      lost(open, "cut");
      open.close();
    }
  }

  /** Dials no more. */
  synchronized void end() {
    ended = true;
  }
}

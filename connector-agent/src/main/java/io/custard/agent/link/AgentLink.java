package io.custard.agent.link;

import io.custard.agent.frames.FrameCodec;
import io.custard.agent.link.LinkState.Connecting;
import io.custard.agent.link.LinkState.Disconnected;
import io.custard.agent.link.LinkState.Ready;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.agent.Goodbye;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.Refused;
import io.custard.protocol.agent.Welcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps one link to the gateway until told to stop or there is no point in going on. */
public final class AgentLink {
  private static final Logger LOG = Logger.getLogger(AgentLink.class);
  private static final long WELCOME_MILLIS = 10_000;
  private static final long GOODBYE_MILLIS = 1_000;
  private static final int MISSED_HEARTBEATS = 3;

  private final Vertx vertx;
  private final Dialler dialler;
  private final FrameCodec codec;
  private final LinkWork work;
  private final LinkIdentity identity;
  private final Backoff backoff = new Backoff(new SecureRandom());
  private final Promise<LinkEnd> ended = Promise.promise();

  private LinkState state = new Disconnected(0);
  private @Nullable LinkSocket current;
  private @Nullable Refusal lastRefusal;
  private long unknownSinceNanos;
  private long heartbeat = -1;
  private long links;

  AgentLink(Vertx vertx, Dialler dialler, FrameCodec codec, LinkWork work, LinkIdentity identity) {
    this.vertx = vertx;
    this.dialler = dialler;
    this.codec = codec;
    this.work = work;
    this.identity = identity;
  }

  /** Dials, and goes on for ever; completes when the agent should end. */
  public Future<LinkEnd> start() {
    dial();
    return ended.future();
  }

  private void dial() {
    if (!(state instanceof Disconnected)) {
      return;
    }
    state = state.toConnecting();
    work.health()
        .engine()
        .compose(engine -> dialler.dial().onSuccess(outcome -> dialled(outcome, engine)));
  }

  private void dialled(Dialler.Outcome outcome, EngineDescription engine) {
    switch (outcome) {
      case Dialler.Outcome.Open(WebSocket socket) when state instanceof Connecting ->
          greet(new LinkSocket(socket, codec), engine);
      case Dialler.Outcome.Open(WebSocket socket) -> socket.close();
      case Dialler.Outcome.Refused(Refusal refusal) -> refused(refusal);
    }
  }

  private void greet(LinkSocket socket, EngineDescription engine) {
    current = socket;
    socket.listen(frame -> received(socket, frame), reason -> lost(socket, reason));
    socket.send(
        new Hello(
            AgentProtocol.MIN_VERSION,
            AgentProtocol.MAX_VERSION,
            identity.build(),
            identity.instanceId(),
            engine));
    vertx.setTimer(
        WELCOME_MILLIS,
        late -> {
          if (socket == current && state instanceof Connecting) {
            drop(socket, "no welcome");
          }
        });
  }

  private void received(LinkSocket socket, GatewayFrame frame) {
    if (socket != current) {
      return;
    }
    switch (frame) {
      case Welcome welcome when state instanceof Connecting -> ready(socket, welcome);
      case Refused refused -> refusedByFrame(socket, refused);
      default -> {
        if (state instanceof Ready) {
          work.received(frame, socket);
        }
      }
    }
  }

  private void ready(LinkSocket socket, Welcome welcome) {
    state = state.toReady(socket, welcome);
    links++;
    lastRefusal = null;
    unknownSinceNanos = 0;
    LOG.infof(
        "Linked connectionId=%s linkId=%s heartbeatSeconds=%d",
        identity.connectionId(), welcome.linkId(), welcome.heartbeatSeconds());
    work.health().report(socket);
    long every = TimeUnit.SECONDS.toMillis(Math.max(1, welcome.heartbeatSeconds()));
    heartbeat = vertx.setPeriodic(every, beat -> beat(socket, every));
  }

  private void beat(LinkSocket socket, long everyMillis) {
    if (socket.silentNanos() > TimeUnit.MILLISECONDS.toNanos(everyMillis) * MISSED_HEARTBEATS) {
      drop(socket, "silent");
      return;
    }
    socket.ping();
    work.health().report(socket);
  }

  /** Closes a socket that may be dead, without waiting for its answer. */
  private void drop(LinkSocket socket, String reason) {
    lost(socket, reason);
    socket.close();
  }

  private void lost(LinkSocket socket, String reason) {
    if (socket != current) {
      return;
    }
    current = null;
    vertx.cancelTimer(heartbeat);
    work.executions().abandonAll();
    if (state instanceof Connecting || state instanceof Ready) {
      LOG.warnf("Link lost connectionId=%s reason=%s", identity.connectionId(), reason);
      dialLater(Duration.ZERO);
    }
  }

  private void refusedByFrame(LinkSocket socket, Refused refused) {
    current = null;
    vertx.cancelTimer(heartbeat);
    work.executions().abandonAll();
    socket.close();
    refused(Refusal.byFrame(refused.code(), refused.message()));
  }

  private void refused(Refusal refusal) {
    if (!(state instanceof Connecting || state instanceof Ready)) {
      return;
    }
    if (!refusal.equals(lastRefusal)) {
      LOG.warnf(
          "Not linked connectionId=%s errorCode=%s: %s",
          identity.connectionId(),
          refusal.code().isEmpty() ? "-" : refusal.code(),
          refusal.sentence());
    }
    lastRefusal = refusal;
    switch (Reaction.to(refusal, unknownFor(refusal))) {
      case Reaction.DialAgain(Duration retryAfter) -> dialLater(retryAfter);
      case Reaction.GiveUp(ExitCode code, String sentence) -> {
        state = state.toClosed();
        ended.tryComplete(new LinkEnd(code, sentence));
      }
    }
  }

  private Duration unknownFor(Refusal refusal) {
    if (refusal.status() != 401) {
      return Duration.ZERO;
    }
    long now = System.nanoTime();
    unknownSinceNanos = unknownSinceNanos == 0 ? now : unknownSinceNanos;
    return Duration.ofNanos(now - unknownSinceNanos);
  }

  private void dialLater(Duration retryAfter) {
    Disconnected next = state.toDisconnected();
    state = next;
    Duration wait = backoff.wait(Math.max(0, next.attempt() - 1), retryAfter);
    vertx.setTimer(Math.max(1, wait.toMillis()), now -> dial());
  }

  /** Whether the gateway has welcomed the socket that is open. */
  public boolean isLinked() {
    return state instanceof Ready;
  }

  /** How often it was welcomed. */
  public long links() {
    return links;
  }

  /** Says goodbye, stops what runs in the database, and never dials again. */
  public Future<Void> stop(String reason) {
    LinkSocket socket = current;
    Future<Void> said = Future.succeededFuture();
    if (state instanceof Ready && socket != null) {
      state = state.toDraining();
      said = socket.send(new Goodbye(reason)).timeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
    }
    vertx.cancelTimer(heartbeat);
    return Future.join(said, work.executions().abandonAll())
        .transform(done -> {
          state = state.toClosed();
          ended.tryComplete(new LinkEnd(ExitCode.STOPPED, reason));
          return socket == null
              ? Future.<Void>succeededFuture()
              : socket.close().timeout(GOODBYE_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty();
        });
  }
}

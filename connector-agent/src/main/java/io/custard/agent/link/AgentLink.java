package io.custard.agent.link;

import io.custard.agent.frames.FrameCodec;
import io.custard.agent.frames.Incoming;
import io.custard.agent.link.LinkState.Connecting;
import io.custard.agent.link.LinkState.Disconnected;
import io.custard.agent.link.LinkState.Ready;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.Drain;
import io.custard.protocol.agent.GatewayFrame;
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

  /** What runs at the end of a grace is ended so much before the gateway ends it. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Dialler dialler;
  private final FrameCodec codec;
  private final LinkWork work;
  private final LinkIdentity identity;
  private final Backoff backoff = new Backoff(new SecureRandom());
  private final Promise<LinkEnd> ended = Promise.promise();
  private final Refusals refusals;
  private final LeavingLinks leaving;

  private LinkState state = new Disconnected(0);
  private @Nullable LinkSocket current;
  private long links;

  AgentLink(Vertx vertx, Dialler dialler, FrameCodec codec, LinkWork work, LinkIdentity identity) {
    this.vertx = vertx;
    this.dialler = dialler;
    this.codec = codec;
    this.work = work;
    this.identity = identity;
    this.refusals = new Refusals(identity.connectionId());
    this.leaving = new LeavingLinks(vertx, work);
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
    socket.listen(incoming -> received(socket, incoming), reason -> lost(socket, reason));
    socket.send(Greeting.hello(identity, engine, work));
    vertx.setTimer(
        WELCOME_MILLIS,
        late -> {
          if (socket == current && state instanceof Connecting) {
            drop(socket, "no welcome");
          }
        });
  }

  private void received(LinkSocket socket, Incoming incoming) {
    boolean stands = (socket == current && state instanceof Ready) || leaving.holds(socket);
    switch (incoming) {
      case Incoming.Known(Welcome welcome) when socket == current && state instanceof Connecting ->
          ready(socket, welcome);
      case Incoming.Known(Refused refused) -> refusedByFrame(socket, refused);
      case Incoming.Known(Drain drain) when socket == current && state instanceof Ready ->
          drained(socket, drain);
      case Incoming.Known(GatewayFrame frame) when stands -> work.received(frame, socket);
      case Incoming.Unreadable unreadable when stands -> work.unreadable(unreadable, socket);
      case Incoming.Known early -> {}
      case Incoming.Unreadable early -> {}
      case Incoming.Noise noise -> {}
    }
  }

  private void ready(LinkSocket socket, Welcome welcome) {
    state = state.toReady(socket, welcome);
    links++;
    refusals.forget();
    LOG.infof(
        "Linked connectionId=%s linkId=%s heartbeatSeconds=%d",
        identity.connectionId(), welcome.linkId(), welcome.heartbeatSeconds());
    work.health().report(socket, false);
    Heartbeat.start(
        vertx,
        socket,
        TimeUnit.SECONDS.toMillis(Math.max(1, welcome.heartbeatSeconds())),
        () -> work.health().report(socket, socket.isLeaving()),
        () -> drop(socket, "silent"));
  }

  /** The gateway is about to stop: a new link is dialled while the old one finishes its work. */
  private void drained(LinkSocket socket, Drain drain) {
    LOG.infof("Gateway drains connectionId=%s", identity.connectionId());
    current = null;
    leaving.leave(socket, "drained", Duration.ofMillis(drain.graceMillis()).minus(MARGIN));
    dialLater(Duration.ZERO);
  }

  /** Closes a socket that may be dead, without waiting for its answer. */
  private void drop(LinkSocket socket, String reason) {
    lost(socket, reason);
    socket.close();
  }

  private void lost(LinkSocket socket, String reason) {
    work.abandon(socket);
    if (socket != current) {
      return;
    }
    current = null;
    if (state instanceof Connecting || state instanceof Ready) {
      LOG.warnf("Link lost connectionId=%s reason=%s", identity.connectionId(), reason);
      dialLater(Duration.ZERO);
    }
  }

  private void refusedByFrame(LinkSocket socket, Refused refused) {
    boolean isCurrent = socket == current;
    current = isCurrent ? null : current;
    work.abandon(socket);
    socket.close();
    if (isCurrent) {
      refused(Refusal.byFrame(refused));
    }
  }

  private void refused(Refusal refusal) {
    if (!(state instanceof Connecting || state instanceof Ready)) {
      return;
    }
    switch (refusals.judge(refusal)) {
      case Reaction.DialAgain(Duration retryAfter) -> dialLater(retryAfter);
      case Reaction.GiveUp(ExitCode code, String sentence) -> {
        state = state.toClosed();
        leaving
            .hurry(Duration.ZERO)
            .onComplete(left -> ended.tryComplete(new LinkEnd(code, sentence)));
      }
    }
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

  /**
   * Takes nothing new, lets what runs finish, ends the rest in the database, says goodbye, and
   * never dials again. Completes within a few seconds of the drain's end, and never fails.
   */
  public Future<Void> stop(String reason, Duration drain) {
    LinkSocket socket = current;
    if (state instanceof Ready && socket != null) {
      state = state.toDraining();
      leaving.leave(socket, reason, drain);
    } else if (!(state instanceof LinkState.Draining)) {
      state = state.toClosed();
    }
    Future<Void> closed =
        state instanceof LinkState.Closed && socket != null
            ? socket.close()
            : Future.succeededFuture();
    return Future.join(closed, leaving.hurry(drain))
        .transform(done -> {
          state = state.toClosed();
          ended.tryComplete(new LinkEnd(ExitCode.STOPPED, reason));
          return Future.succeededFuture();
        });
  }
}

package io.custard.gateway.link;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One open socket of one agent. Frames are sent in the order of the calls; everything here may be
 * called by any thread.
 */
public final class AgentLink {
  private static final Logger LOG = Logger.getLogger(AgentLink.class);
  private static final Buffer PING = Buffer.buffer("custard");

  /** The longest reason a close frame has room for. */
  private static final int MAX_REASON = 100;

  private final LinkId id = LinkId.random();
  private final Peer peer;
  private final WebSocketConnection socket;
  private final FrameCodec codec;
  private final BiConsumer<AgentLink, String> end;
  private final Signs signs = new Signs(System::nanoTime);
  private final Probes probes = new Probes();
  private final FrameBudget budget = new FrameBudget(System::nanoTime);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final long openedNanos = System.nanoTime();

  private volatile LinkState state = new LinkState.Greeting();
  private volatile @Nullable Hello hello;
  private volatile @Nullable Health health;
  private volatile Lamps lamps = Lamps.DARK;
  private volatile boolean leaving;
  private volatile @Nullable LinkId predecessor;

  /**
   * Who dialled.
   *
   * @param keyId the public part of the key that was shown
   * @param address as far as it is known, for the audit trail
   */
  public record Peer(ConnectionId connectionId, String keyId, String address) {}

  /**
   * @param end told once, at the latest when the socket is closed; the reason is for people
   */
  public AgentLink(
      Peer peer, WebSocketConnection socket, FrameCodec codec, BiConsumer<AgentLink, String> end) {
    this.peer = peer;
    this.socket = socket;
    this.codec = codec;
    this.end = end;
  }

  public LinkId id() {
    return id;
  }

  public Peer peer() {
    return peer;
  }

  public ConnectionId connectionId() {
    return peer.connectionId();
  }

  /** Time since the socket was opened. */
  public long openNanos() {
    return System.nanoTime() - openedNanos;
  }

  public LinkState state() {
    return state;
  }

  public Signs signs() {
    return signs;
  }

  /** Probes under way on this link. */
  public Probes probes() {
    return probes;
  }

  public FrameBudget budget() {
    return budget;
  }

  /** What the agent said of itself; empty before it was welcomed, kept after the end. */
  public Optional<Hello> hello() {
    return Optional.ofNullable(hello);
  }

  /** The agent's last report; empty before the first. */
  public Optional<Health> health() {
    return Optional.ofNullable(health);
  }

  /** How many statements run on this link. */
  public AtomicInteger inFlight() {
    return inFlight;
  }

  /** The lamps as they were judged last. */
  public Lamps lamps() {
    return lamps;
  }

  /** Judges the lamps anew; whether one of them changed. */
  public boolean judge(long heartbeatNanos) {
    Lamps before = lamps;
    lamps = signs.lamps(heartbeatNanos);
    return !lamps.equals(before);
  }

  /** Whether the agent said that it can do this, one of {@code Capability}. */
  public boolean can(String capability) {
    Hello said = hello;
    return said != null && said.capabilities() != null && said.capabilities().contains(capability);
  }

  /** Nothing new is to be sent there: the agent or this replica is about to stop. */
  public boolean isDraining() {
    Health said = health;
    return leaving || (said != null && Boolean.TRUE.equals(said.draining()));
  }

  /** An older link of the same instance brings its statements to their end. */
  public void follows(LinkId older) {
    predecessor = older;
  }

  /** The older link that this one follows, if there was one. */
  public @Nullable LinkId predecessor() {
    return predecessor;
  }

  /** This replica is about to stop. */
  public void leave() {
    leaving = true;
  }

  /** Whether statements may be sent: welcomed and not closed. */
  public boolean isReady() {
    return state instanceof LinkState.Ready && !closing.get() && socket.isOpen();
  }

  /** The hello came; false when there was one before. */
  public synchronized boolean greeted() {
    boolean first = state instanceof LinkState.Greeting;
    if (first) {
      state = new LinkState.Greeted();
    }
    return first;
  }

  /** The ownership is ours; false when the socket ended meanwhile. */
  public synchronized boolean ready(Hello said, long fence) {
    boolean waiting = state instanceof LinkState.Greeted;
    if (waiting) {
      hello = said;
      state = new LinkState.Ready(said, fence);
    }
    return waiting;
  }

  public void report(Health report) {
    health = report;
    signs.reported(report.database());
  }

  /** What stood before the end; asked once, by whoever ends the link. */
  public synchronized LinkState closed() {
    LinkState before = state;
    state = new LinkState.Closed();
    return before;
  }

  /** Sends; what cannot be sent closes the link, whose end everybody is told. */
  public void send(GatewayFrame frame) {
    socket
        .sendText(codec.write(frame))
        .subscribe()
        .with(sent -> {}, failure -> close("send failed: " + failure.getClass().getSimpleName()));
  }

  /** Asks for a pong, which every WebSocket gives. */
  public void ping() {
    socket
        .sendPing(PING)
        .subscribe()
        .with(sent -> {}, failure -> close("ping failed: " + failure.getClass().getSimpleName()));
  }

  /** Whether nothing that still comes counts. */
  public boolean isClosing() {
    return closing.get();
  }

  /**
   * Ends the link now. The socket's own end may come much later: a frozen peer answers no close.
   */
  public void close(String reason) {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    LOG.debugf("Link closing connectionId=%s linkId=%s reason=%s", connectionId(), id, reason);
    if (socket.isOpen()) {
      String said = reason.substring(0, Math.min(reason.length(), MAX_REASON));
      socket
          .close(new CloseReason(CloseReason.NORMAL.getCode(), said))
          .subscribe()
          .with(closed -> {}, failure -> LOG.debugf("Socket was closed already linkId=%s", id));
    }
    probes.abandon();
    end.accept(this, reason);
  }
}

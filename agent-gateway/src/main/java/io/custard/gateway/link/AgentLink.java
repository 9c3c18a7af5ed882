package io.custard.gateway.link;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One open socket of one agent. Frames are sent in the order of the calls; the fields that change
 * are written by the socket's own event loop and read by anybody.
 */
public final class AgentLink {
  private static final Logger LOG = Logger.getLogger(AgentLink.class);

  private final LinkId id = LinkId.random();
  private final ConnectionId connectionId;
  private final String keyId;
  private final WebSocketConnection socket;
  private final FrameCodec codec;
  private final long openedNanos = System.nanoTime();
  private final AtomicInteger inFlight = new AtomicInteger();

  private volatile LinkState state = new LinkState.Greeting();
  private volatile long heardNanos = openedNanos;

  AgentLink(WebSocketConnection socket, ConnectionId connectionId, String keyId, FrameCodec codec) {
    this.socket = socket;
    this.connectionId = connectionId;
    this.keyId = keyId;
    this.codec = codec;
  }

  public LinkId id() {
    return id;
  }

  public ConnectionId connectionId() {
    return connectionId;
  }

  String keyId() {
    return keyId;
  }

  LinkState state() {
    return state;
  }

  /** What the agent said of itself; empty before its hello. */
  Optional<Hello> hello() {
    return state instanceof LinkState.Ready ready ? Optional.of(ready.hello()) : Optional.empty();
  }

  /** How many statements run on this link. */
  public AtomicInteger inFlight() {
    return inFlight;
  }

  /** The agent's last word on its database: {@link Health#GREEN}, {@link Health#RED} or unknown. */
  public String database() {
    return state instanceof LinkState.Ready ready ? ready.database() : Health.UNKNOWN;
  }

  /** Whether statements may be sent: welcomed and not closed. */
  public boolean isReady() {
    return state instanceof LinkState.Ready && socket.isOpen();
  }

  void ready(Hello hello, long fence) {
    state = state.toReady(hello, fence);
  }

  void health(Health health) {
    state = state.withHealth(health);
  }

  void closed() {
    state = new LinkState.Closed();
  }

  void heard() {
    heardNanos = System.nanoTime();
  }

  /** Time since the last frame, or since the opening, by our own clock. */
  long silentNanos() {
    return System.nanoTime() - heardNanos;
  }

  /** Sends; what cannot be sent closes the link, whose end everybody is told. */
  public void send(GatewayFrame frame) {
    socket
        .sendText(codec.write(frame))
        .subscribe()
        .with(sent -> {}, failure -> close("send failed: " + failure.getClass().getSimpleName()));
  }

  /** Closes the socket; the close handler does the rest. */
  public void close(@Nullable String reason) {
    if (socket.isClosed()) {
      return;
    }
    LOG.infof("Link closing connectionId=%s linkId=%s reason=%s", connectionId, id, reason);
    socket
        .close(new CloseReason(CloseReason.NORMAL.getCode(), reason))
        .subscribe()
        .with(closed -> {}, failure -> LOG.debugf("Socket was closed already linkId=%s", id));
  }
}

package io.custard.agent.link;

import io.custard.agent.frames.FrameCodec;
import io.custard.agent.frames.Incoming;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One open WebSocket: frames in order both ways, when the gateway was last heard, and whether the
 * link is being left.
 */
final class LinkSocket implements OutgoingFrames {
  private static final Logger LOG = Logger.getLogger(LinkSocket.class);
  private static final Buffer PING = Buffer.buffer("custard");
  private static final long CLOSE_MILLIS = 1_000;

  /** A gateway that goes on sending noise must not fill the log. */
  private static final int MOST_COMPLAINTS = 5;

  private final WebSocket socket;
  private final FrameCodec codec;
  private long heardNanos = System.nanoTime();
  private int complaints;
  private boolean leaving;
  private boolean closed;

  LinkSocket(WebSocket socket, FrameCodec codec) {
    this.socket = socket;
    this.codec = codec;
  }

  /** Must be called on the socket's event loop, right after it opened. */
  void listen(Consumer<Incoming> incoming, Consumer<String> lost) {
    socket.textMessageHandler(text -> received(text, incoming));
    socket.binaryMessageHandler(bytes -> complain("A binary frame"));
    socket.pongHandler(pong -> heard());
    socket.exceptionHandler(failure -> failed(failure, lost));
    socket.closeHandler(gone -> {
      closed = true;
      lost.accept("closed with " + socket.closeStatusCode());
    });
  }

  /** A message that is too large is dropped in the middle; what follows it cannot be trusted. */
  private void failed(Throwable failure, Consumer<String> lost) {
    LOG.debugf(failure, "Socket failed");
    lost.accept("failed with " + failure.getClass().getSimpleName());
    close();
  }

  private void received(String text, Consumer<Incoming> incoming) {
    heard();
    Incoming read = codec.read(text);
    if (!(read instanceof Incoming.Known)) {
      complain(read instanceof Incoming.Noise ? "Text that is no frame" : "An unreadable frame");
    }
    incoming.accept(read);
  }

  private void complain(String what) {
    heard();
    complaints++;
    if (complaints <= MOST_COMPLAINTS) {
      LOG.warnf(
          "%s came from the gateway%s",
          what, complaints == MOST_COMPLAINTS ? "; more on this link are not logged" : "");
    }
  }

  private void heard() {
    heardNanos = System.nanoTime();
  }

  /** By our own clock, which cannot jump. */
  long silentNanos() {
    return System.nanoTime() - heardNanos;
  }

  void ping() {
    socket.writePing(PING).onFailure(gone -> LOG.debug("Ping not sent"));
  }

  /** From now on nothing new begins on this link. */
  void leave() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public Future<Void> send(AgentFrame frame) {
    return socket.writeTextMessage(codec.write(frame));
  }

  @Override
  public Future<Void> send(RowsFrame rows) {
    return socket.writeBinaryMessage(Buffer.buffer(rows.encode()));
  }

  /** Closes without waiting long for the other side; never fails. */
  Future<Void> close() {
    closed = true;
    return socket.close().timeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty();
  }
}

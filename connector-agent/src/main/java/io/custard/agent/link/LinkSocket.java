package io.custard.agent.link;

import io.custard.agent.frames.FrameCodec;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One open WebSocket: frames in order both ways, and when the gateway was last heard. */
final class LinkSocket implements OutgoingFrames {
  private static final Logger LOG = Logger.getLogger(LinkSocket.class);
  private static final Buffer PING = Buffer.buffer("custard");

  private final WebSocket socket;
  private final FrameCodec codec;
  private long heardNanos = System.nanoTime();

  LinkSocket(WebSocket socket, FrameCodec codec) {
    this.socket = socket;
    this.codec = codec;
  }

  /** Must be called on the socket's event loop, right after it opened. */
  void listen(Consumer<GatewayFrame> frames, Consumer<String> lost) {
    socket.textMessageHandler(text -> received(text, frames));
    socket.pongHandler(pong -> heard());
    socket.exceptionHandler(failure -> LOG.debugf(failure, "Socket failed"));
    socket.closeHandler(closed -> lost.accept("closed with " + socket.closeStatusCode()));
  }

  private void received(String text, Consumer<GatewayFrame> frames) {
    heard();
    try {
      codec.read(text).ifPresentOrElse(frames, () -> LOG.warn("Frame of an unknown type ignored"));
    } catch (IllegalArgumentException e) {
      LOG.warn("Text that is no frame ignored");
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

  @Override
  public Future<Void> send(AgentFrame frame) {
    return socket.writeTextMessage(codec.write(frame));
  }

  @Override
  public Future<Void> send(RowsFrame rows) {
    return socket.writeBinaryMessage(Buffer.buffer(rows.encode()));
  }

  Future<Void> close() {
    return socket.close();
  }
}

package io.custard.testkit.network;

import io.custard.testkit.network.TcpProxy.Swallow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One connection of a {@link TcpProxy}. Once it swallowed something it stays swallowing. */
final class Relay {
  private static final int BLOCK = 32 * 1024;

  private final Socket client;
  private final Socket server;
  private final LongSupplier delayMillis;
  private final Consumer<Relay> onClose;
  private volatile Swallow swallow = Swallow.NOTHING;

  Relay(Socket client, Socket server, LongSupplier delayMillis, Consumer<Relay> onClose) {
    this.client = client;
    this.server = server;
    this.delayMillis = delayMillis;
    this.onClose = onClose;
  }

  void start() throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Thread.ofVirtual().start(() -> pump(client, server, true));
    Thread.ofVirtual().start(() -> pump(server, client, false));
  }

  void swallow(Swallow which) {
    swallow = which;
  }

  boolean swallows() {
    return swallow != Swallow.NOTHING;
  }

  private void pump(Socket from, Socket to, boolean toServer) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[BLOCK];
      int bytes = in.read(block);
      while (bytes >= 0) {
        Thread.sleep(delayMillis.getAsLong());
        if (!swallow.takes(toServer)) {
          out.write(block, 0, bytes);
        }
        bytes = in.read(block);
      }
    } catch (IOException e) {
      // One of them has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!swallow.takes(toServer)) {
      close();
    }
  }

  /** Resets both sides, so that no byte on the way arrives later. */
  void close() {
    reset(client);
    reset(server);
    onClose.accept(this);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }
}

package io.custard.testkit.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of this machine that nobody should call, and that counts who does. */
public final class Callers implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger calls = new AtomicInteger();

  /** Opens a free port. */
  public Callers() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::count);
  }

  private void count() {
    while (!socket.isClosed()) {
      try {
        socket.accept().close();
        calls.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public int calls() {
    return calls.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package io.custard.agent.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP proxy on loopback that can stop forwarding without closing anything. A connection that was
 * swallowed once stays swallowed.
 */
final class TestingBlackHole implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile int accepted;
  private volatile boolean swallowing;
  private volatile long swallowedUpTo;

  TestingBlackHole(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::acceptAll);
  }

  int port() {
    return server.getLocalPort();
  }

  int accepted() {
    return accepted;
  }

  void swallow() {
    swallowing = true;
  }

  /** New connections are forwarded again. */
  void forward() {
    swallowedUpTo = accepted;
    swallowing = false;
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(near, far));
        int number = accepted + 1;
        accepted = number;
        Thread.ofVirtual().start(() -> copy(near, far, number));
        Thread.ofVirtual().start(() -> copy(far, near, number));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void copy(Socket from, Socket to, int number) {
    byte[] buffer = new byte[8192];
    boolean swallowed = false;
    try {
      int read;
      while ((read = from.getInputStream().read(buffer)) >= 0) {
        swallowed |= swallowing || number <= swallowedUpTo;
        if (!swallowed) {
          to.getOutputStream().write(buffer, 0, read);
          to.getOutputStream().flush();
        }
      }
      if (!swallowed) {
        to.close();
      }
    } catch (IOException e) {
      // One side is gone; the other finds out by itself, as in a network.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

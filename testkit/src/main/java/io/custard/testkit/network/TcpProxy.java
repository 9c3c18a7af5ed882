package io.custard.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands on loopback between a client and a server and passes bytes on until told otherwise: it can
 * swallow them in either direction without closing anything, as a network does that forgot a
 * connection, hold them back for a while, or cut every connection. Two threads for each connection;
 * for tests with dozens of them, not thousands.
 */
public final class TcpProxy implements AutoCloseable {

  /** Which bytes are swallowed. */
  public enum Swallow {
    NOTHING,
    TO_SERVER,
    TO_CLIENT,
    BOTH;

    boolean takes(boolean toServer) {
      return this == BOTH || this == (toServer ? TO_SERVER : TO_CLIENT);
    }
  }

  private final ServerSocket listener;
  private final int target;
  private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
  private final AtomicLong accepted = new AtomicLong();
  private volatile Swallow swallow = Swallow.NOTHING;
  private volatile long delayMillis;
  private volatile boolean refusing;

  private TcpProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** Listens on a free port of loopback and passes on to this port of loopback. */
  public static TcpProxy to(int target) {
    try {
      TcpProxy proxy =
          new TcpProxy(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("tcp-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections it took so far. */
  public long accepted() {
    return accepted.get();
  }

  /**
   * From now on, bytes of these directions vanish, of open connections and new ones; whatever is
   * closed by one side is not told to the other. {@link #forward} ends it for new connections; the
   * old ones have lost bytes and stay as they are.
   */
  public void swallow(Swallow which) {
    swallow = which;
    relays.forEach(relay -> relay.swallow(which));
  }

  /** From now on new connections pass again. */
  public void forward() {
    swallow = Swallow.NOTHING;
    refusing = false;
  }

  /** Holds every block of bytes back for so long; 0 ends it. */
  public void delay(long millis) {
    delayMillis = millis;
  }

  /** Resets every connection; new ones pass. */
  public void cut() {
    relays.forEach(Relay::close);
  }

  /** Resets the connections that lost bytes, long after both sides may have given them up. */
  public void cutSwallowing() {
    relays.stream().filter(Relay::swallows).forEach(Relay::close);
  }

  /** Resets every connection and each new one, until {@link #forward}. */
  public void refuse() {
    refusing = true;
    cut();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        open(client);
      } catch (IOException e) {
        // Closed, or the client has gone already.
      }
    }
  }

  private void open(Socket client) throws IOException {
    if (refusing) {
      client.setSoLinger(true, 0);
      client.close();
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      Relay relay = new Relay(client, server, () -> delayMillis, relays::remove);
      relay.swallow(swallow);
      relays.add(relay);
      relay.start();
    } catch (IOException e) {
      client.close();
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      cut();
    }
  }
}

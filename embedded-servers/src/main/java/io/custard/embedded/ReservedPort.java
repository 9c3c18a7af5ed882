package io.custard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * A port of 127.0.0.1 that no other Custard on this machine will choose while this is open: two
 * that start in the same second would otherwise both find it free, seconds before either binds it.
 * The mark is a socket on the same port of another loopback address, so whoever reserves first has
 * it, the server itself is not hindered, and the end of the process frees it. A stranger can still
 * take the port before its server does; {@link #attempt} tries again then.
 */
public final class ReservedPort implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final int TRIES_FOR_ANY = 50;

  /** Of loopback, and not where any server of ours listens. */
  private static final byte[] BESIDE = {127, 0, 0, 2};

  private final ServerSocket mark;

  private ReservedPort(ServerSocket mark) {
    this.mark = mark;
  }

  /** The given port when it is free, otherwise any other; 0 means any. */
  public static ReservedPort preferring(int port) {
    return (port == 0 ? Optional.<ReservedPort>empty() : take(port)).orElseGet(ReservedPort::any);
  }

  private static ReservedPort any() {
    for (int tried = 0; tried < TRIES_FOR_ANY; tried++) {
      Optional<ReservedPort> port = take(0);
      if (port.isPresent()) {
        return port.get();
      }
    }
    throw new ServerStartException("No free port on loopback", new IOException("all are taken"));
  }

  private static Optional<ReservedPort> take(int port) {
    try {
      ServerSocket mark = new ServerSocket();
      try {
        mark.bind(new InetSocketAddress(InetAddress.getByAddress(BESIDE), port), 1);
        if (FreePort.isFreeOnLoopback(mark.getLocalPort())) {
          return Optional.of(new ReservedPort(mark));
        }
      } catch (IOException e) {
        // Taken, by another Custard or a server on all addresses.
      }
      mark.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a server on the wanted port or another. When it fails and a stranger has the port now,
   * it is started once more on another one, three times in all; every other failure is final.
   */
  static <T> T attempt(int wanted, Start<T> start) {
    ReservedPort port = preferring(wanted);
    for (int attempt = 1; ; attempt++) {
      try {
        return start.on(port);
      } catch (ServerStartException e) {
        boolean taken = !FreePort.isFreeOnLoopback(port.number());
        port.close();
        if (!taken || attempt == ATTEMPTS) {
          throw e;
        }
        port = any();
      }
    }
  }

  /** Starts a server, which keeps the reservation until it is closed. */
  interface Start<T> {
    T on(ReservedPort port);
  }

  public int number() {
    return mark.getLocalPort();
  }

  @Override
  public void close() {
    try {
      mark.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.custard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback that nothing listens on at this moment. */
public final class FreePort {
  private FreePort() {}

  /** A port the operating system picks. */
  public static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on loopback", e);
    }
  }

  /** The given port when it is free, otherwise any other; 0 means any. */
  public static int preferring(int port) {
    return port != 0 && isFree(port) ? port : any();
  }

  /** Whether the port can be bound on loopback and on all addresses. */
  public static boolean isFree(int port) {
    return isFreeOnLoopback(port) && canBind(new InetSocketAddress(port));
  }

  static boolean isFreeOnLoopback(int port) {
    return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address, 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

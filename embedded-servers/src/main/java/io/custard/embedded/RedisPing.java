package io.custard.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a Redis server whether it is there, in the few bytes of its protocol that takes. */
final class RedisPing {
  private static final int TIMEOUT_MILLIS = 1000;
  private static final byte[] EXPECTED = "+OK\r\n+PONG\r\n".getBytes(StandardCharsets.US_ASCII);

  private RedisPing() {}

  static boolean answers(int port, String password) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      String request = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(EXPECTED.length);
      return java.util.Arrays.equals(answer, EXPECTED);
    } catch (IOException e) {
      return false;
    }
  }
}

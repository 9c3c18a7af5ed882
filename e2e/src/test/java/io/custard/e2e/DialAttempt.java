package io.custard.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What an agent's dial is answered with.
 *
 * @param code from the header for clients that cannot read the body; empty when there is none
 */
record DialAttempt(int status, String code) {

  static DialAttempt at(URI edge, String connection, String key) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          String.join(
              "\r\n",
              "GET /api/v1/connections/ws/" + connection + " HTTP/1.1",
              "Host: localhost",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
              "Sec-WebSocket-Protocol: custard.agent.v1",
              "Authorization: Bearer " + key,
              "",
              "");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return read(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }
  }

  private static DialAttempt read(BufferedReader answer) throws IOException {
    String first = answer.readLine();
    if (first == null) {
      return new DialAttempt(0, "");
    }
    int status = Integer.parseInt(first.split(" ", -1)[1]);
    String code = "";
    String line = answer.readLine();
    while (line != null && !line.isEmpty()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("custard-error:")) {
        code = line.substring(line.indexOf(':') + 1).strip();
      }
      line = answer.readLine();
    }
    return new DialAttempt(status, code);
  }
}

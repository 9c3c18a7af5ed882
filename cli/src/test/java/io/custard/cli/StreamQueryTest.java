package io.custard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamQueryTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";

  @TempDir private Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private ServerSocket server;
  private volatile String request = "";

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void copiesCsvToAFileAndReadsItsEndFromTheTrailers() throws Exception {
    Path file = home.resolve("rows.csv");
    answer(
        HEAD
            + chunk("n,name\r\n")
            + chunk("1,\"a\nb\"\r\n")
            + "0\r\nCustard-Row-Count: 1\r\nCustard-Truncated: rows 1\r\n\r\n");

    int exitCode = run("--format", "csv", "--output", file.toString());

    assertThat(exitCode).isZero();
    assertThat(Files.readString(file)).isEqualTo("n,name\r\n1,\"a\nb\"\r\n");
    assertThat(text(err)).isEqualTo("(1 rows)\n! There is more: cut by rows 1.\n");
    assertThat(text(out)).isEmpty();
    assertThat(request)
        .contains("POST /api/v1/query/stream")
        .contains("Authorization: Bearer mine")
        .contains("{\"connection_id\":\"c1\",\"sql\":\"select 1\",\"format\":\"csv\"}");
  }

  @Test
  void copiesLinesToStandardOutput() {
    String lines =
        """
        {"type":"columns","columns":[]}
        [1]
        {"type":"end","row_count":1,"bytes":4,"truncated":null}
        """;
    answer(HEAD + chunk(lines.substring(0, 40)) + chunk(lines.substring(40)) + "0\r\n\r\n");

    assertThat(run("--format", "ndjson")).isZero();
    assertThat(text(out)).isEqualTo(lines);
    assertThat(text(err)).isEqualTo("(1 rows)\n");
  }

  @Test
  void aStreamThatEndedInAnErrorFails() {
    answer(
        HEAD
            + chunk("[1]\n{\"type\":\"error\",\"code\":\"AGENT_LINK_LOST\",\"detail\":\"Gone.\"}\n")
            + "0\r\n\r\n");

    assertThat(run("--format", "ndjson")).isEqualTo(1);
    assertThat(text(err)).isEqualTo("AGENT_LINK_LOST: Gone.\n");
  }

  @Test
  void aStreamWithoutAnEndIsIncomplete() {
    answer(HEAD + chunk("[1]\n[2]\n") + "0\r\n\r\n");

    assertThat(run("--format", "ndjson")).isEqualTo(1);
    assertThat(text(err)).startsWith("UPSTREAM_UNAVAILABLE: ").contains("incomplete");
  }

  @Test
  void csvThatBreaksOffIsIncomplete() {
    answer(HEAD + chunk("n\r\n1\r\n"));

    assertThat(run("--format", "csv")).isEqualTo(1);
    assertThat(text(out)).isEqualTo("n\r\n1\r\n");
    assertThat(text(err)).startsWith("UPSTREAM_UNAVAILABLE: ").contains("incomplete");
  }

  @Test
  void aRefusalIsSaidLikeEveryOther() {
    String problem = "{\"code\":\"SQL_NOT_READ_ONLY\",\"detail\":\"No.\",\"status\":422}";
    answer(
        "HTTP/1.1 422 No\r\nConnection: close\r\nContent-Length: "
            + problem.length()
            + "\r\n\r\n"
            + problem);

    assertThat(run("--format", "csv")).isEqualTo(1);
    assertThat(text(err)).isEqualTo("SQL_NOT_READ_ONLY: No.\n");
  }

  @Test
  void refusesOptionsThatDoNotGoTogether() {
    assertThat(run("--format", "csv", "--json")).isEqualTo(2);
    assertThat(run("--output", "x")).isEqualTo(2);
    assertThat(run("--format", "xml")).isEqualTo(2);
  }

  private int run(String... options) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CUSTARD_URL", "http://127.0.0.1:" + server.getLocalPort());
    environment.put("CUSTARD_TOKEN", "mine");
    String[] arguments = new String[options.length + 4];
    arguments[0] = "sql";
    arguments[1] = "select 1";
    arguments[2] = "--connection";
    arguments[3] = "c1";
    System.arraycopy(options, 0, arguments, 4, options.length);
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Main.run(
        new Surroundings(environment, home, InputStream.nullInputStream(), outStream, errStream),
        arguments);
  }

  /** Answers one request with exactly these bytes, then closes. */
  private void answer(String bytes) {
    Thread.startVirtualThread(() -> {
      try (Socket socket = server.accept()) {
        read(socket);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private void read(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    for (int i = 0; i < length; i++) {
      head.append((char) in.read());
    }
    request = head.toString();
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

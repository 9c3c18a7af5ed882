package io.custard.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that take their time, through the edge. */
class EdgeStreamTest {
  private final Vertx vertx = Vertx.vertx();
  private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private EdgeServer edge;

  @BeforeEach
  void start() throws Exception {
    int service =
        vertx
            .createHttpServer()
            .requestHandler(this::serve)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
    edge = EdgeServer.start(0, List.of(new Upstream("query-orchestrator", service)));
  }

  private void serve(HttpServerRequest request) {
    request.connection().closeHandler(closed -> gone.complete(null));
    asked.complete(request);
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
  }

  @Test
  void trailersReachTheCaller() throws Exception {
    try (Socket caller = ask()) {
      asked.get(10, TimeUnit.SECONDS).response().setChunked(true).putHeader("Trailer", "A-Count");
      asked.join().response().write("row");
      asked.join().response().putTrailer("A-Count", "1").end();

      assertThat(text(caller)).contains("3\r\nrow\r\n").endsWith("0\r\nA-Count: 1\r\n\r\n");
    }
  }

  @Test
  void anAnswerThatBreaksOffBreaksOffForTheCaller() throws Exception {
    try (Socket caller = ask()) {
      asked.get(10, TimeUnit.SECONDS).response().setChunked(true).write("row");
      asked.join().response().reset();

      assertThat(text(caller)).doesNotContain("\r\n0\r\n");
    }
  }

  @Test
  void aCallerWhoHangsUpWhileWaitingIsGoneForTheServiceToo() throws Exception {
    Socket caller = ask();
    asked.get(10, TimeUnit.SECONDS);

    caller.close();

    gone.get(2, TimeUnit.SECONDS);
  }

  @Test
  void aCallerWhoHangsUpAmongRowsIsGoneForTheServiceToo() throws Exception {
    Socket caller = ask();
    asked.get(10, TimeUnit.SECONDS).response().setChunked(true).write("row");
    assertThat(caller.getInputStream().read()).isPositive();

    caller.close();

    gone.get(2, TimeUnit.SECONDS);
  }

  private Socket ask() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            "GET /api/v1/query/stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Until the connection ends. */
  private static String text(Socket caller) throws IOException {
    return new String(caller.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }
}

package io.custard.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long answers over real sockets: what the reader does reaches the service, and the other way. */
@Timeout(60)
class EdgeStreamTest {
  private static final long GIGABYTE = 1L << 30;
  private static final long ON_THE_WAY = 32L << 20;
  private static final Buffer BLOCK = Buffer.buffer(new byte[64 * 1024]);
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean gone = new AtomicBoolean();
  private EdgeServer edge;

  @BeforeEach
  void start() throws Exception {
    int query =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
            .requestHandler(this::answer)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
    edge = EdgeServer.start(0, List.of(Upstream.only("query-orchestrator", query)));
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
  }

  @Test
  void aSlowReaderHoldsTheServiceBackAndGetsItAll() throws Exception {
    long before = usedHeap();
    try (Socket socket = ask("endless")) {
      InputStream in = socket.getInputStream();
      in.readNBytes(1024);
      await().atMost(Duration.ofSeconds(10)).during(ONE_SECOND).until(this::standsStill);
      assertThat(sent.get()).as("sent while nobody reads").isLessThan(ON_THE_WAY);

      byte[] block = new byte[1 << 20];
      long read = 0;
      long most = 0;
      while (read < GIGABYTE) {
        int bytes = in.read(block);
        assertThat(bytes).isPositive();
        read += bytes;
        most = Math.max(most, sent.get() - read);
      }
      assertThat(most).as("ahead of the reader").isLessThan(ON_THE_WAY);
    }
    assertThat(usedHeap() - before).as("grown by").isLessThan(4 * ON_THE_WAY);
  }

  @Test
  void aReaderThatLeavesMidAnswerIsGoneForTheServiceWithinASecond() throws Exception {
    try (Socket socket = ask("endless")) {
      socket.getInputStream().readNBytes(1024);
    }
    await().atMost(ONE_SECOND).untilTrue(gone);
  }

  @Test
  void aReaderThatLeavesWhileNothingIsSentIsGoneToo() throws Exception {
    try (Socket socket = ask("begun")) {
      socket.getInputStream().readNBytes(16);
    }
    await().atMost(ONE_SECOND).untilTrue(gone);
  }

  @Test
  void aReaderThatLeavesBeforeTheAnswerIsGoneToo() throws Exception {
    try (Socket _ = ask("silence")) {
      await().atMost(Duration.ofSeconds(5)).untilTrue(asked);
    }
    await().atMost(ONE_SECOND).untilTrue(gone);
  }

  @Test
  void aServiceThatBreaksOffBreaksOffTheAnswer() throws Exception {
    try (Socket socket = ask("broken")) {
      String answer = readAll(socket);

      assertThat(answer).contains("first row").doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void trailersPass() throws Exception {
    try (Socket socket = ask("trailers")) {
      String answer = readAll(socket);

      assertThat(answer).containsIgnoringCase("Trailer: Custard-End");
      assertThat(answer).endsWith("0\r\nCustard-End: complete\r\n\r\n");
    }
  }

  @Test
  void anOldReaderIsToldInsteadOfKeepingAllForIt() throws Exception {
    try (Socket socket = send("GET /api/v1/query/endless HTTP/1.0\r\n\r\n")) {
      assertThat(readAll(socket)).startsWith("HTTP/1.0 400").contains("Use HTTP/1.1");
    }
  }

  private boolean standsStill() throws InterruptedException {
    long before = sent.get();
    TimeUnit.MILLISECONDS.sleep(50);
    return before > 0 && sent.get() == before;
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Socket ask(String what) throws IOException {
    return send(
        "GET /api/v1/query/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .formatted(what));
  }

  private Socket send(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response().setChunked(true);
    response.closeHandler(closed -> gone.set(true));
    asked.set(true);
    switch (request.path()) {
      case "/api/v1/query/endless" -> pump(response);
      case "/api/v1/query/begun" -> response.write("first row");
      case "/api/v1/query/broken" ->
          response.write("first row").onComplete(written -> request.connection().close());
      case "/api/v1/query/trailers" -> {
        response.putHeader("Trailer", "Custard-End").write("first row");
        response.putTrailer("Custard-End", "complete").end();
      }
      default -> {
        // Never answers.
      }
    }
  }

  /** A little more than a gigabyte, as fast as it is taken. */
  private void pump(HttpServerResponse response) {
    while (!response.closed() && !response.writeQueueFull()) {
      if (sent.addAndGet(BLOCK.length()) > GIGABYTE + ON_THE_WAY) {
        response.end();
        return;
      }
      response.write(BLOCK);
    }
    response.drainHandler(drained -> pump(response));
  }
}

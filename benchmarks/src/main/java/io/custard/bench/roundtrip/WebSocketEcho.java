package io.custard.bench.roundtrip;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A text frame there and back over loopback. */
final class WebSocketEcho implements AutoCloseable {
  private static final String SMALL = "x".repeat(200);
  private static final int ANSWER_SECONDS = 10;

  private final Vertx vertx;
  private final WebSocket socket;
  private final SynchronousQueue<String> answers;

  private WebSocketEcho(Vertx vertx, WebSocket socket, SynchronousQueue<String> answers) {
    this.vertx = vertx;
    this.socket = socket;
    this.answers = answers;
  }

  static WebSocketEcho start() throws ExecutionException, InterruptedException, TimeoutException {
    Vertx vertx = Vertx.vertx();
    SynchronousQueue<String> answers = new SynchronousQueue<>();
    HttpServer server =
        await(
            vertx.createHttpServer().webSocketHandler(WebSocketEcho::echo).listen(0, "127.0.0.1"));
    WebSocket socket =
        await(vertx.createWebSocketClient().connect(server.actualPort(), "127.0.0.1", "/"));
    socket.textMessageHandler(text -> answered(answers, text));
    return new WebSocketEcho(vertx, socket, answers);
  }

  private static void echo(ServerWebSocket socket) {
    socket.textMessageHandler(socket::writeTextMessage);
  }

  private static void answered(SynchronousQueue<String> answers, String text) {
    try {
      answers.offer(text, ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void call() throws InterruptedException {
    socket.writeTextMessage(SMALL);
    if (answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("the echo did not come");
    }
  }

  private static <T> T await(Future<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    vertx.close();
  }
}

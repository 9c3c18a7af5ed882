package io.custard.agent.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.GatewayFrame;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.custard.protocol.agent.RowsFrame;
import io.custard.protocol.agent.Welcome;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A gateway that does what a test tells it, on a real socket. */
final class TestingGateway implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile Optional<Consumer<HttpServerRequest>> refusing = Optional.empty();
  private volatile boolean welcoming = true;
  private final CountDownLatch thawed = new CountDownLatch(1);

  /**
   * @param link from 0, in the order in which they were opened
   * @param text of a control frame as it came
   */
  private record Received(int link, Object frame, String text) {}

  TestingGateway() {
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setWebSocketSubProtocols(List.of(AgentProtocol.SUBPROTOCOL))
                    .setMaxWebSocketFrameSize(2 << 20)
                    .setMaxWebSocketMessageSize(2 << 20))
            .requestHandler(this::request)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  /** Answers the next upgrades with a problem. */
  void refuse(int status, String code) {
    refusing =
        Optional.of(request ->
            request
                .response()
                .setStatusCode(status)
                .putHeader("Custard-Error", code)
                .putHeader("Retry-After", "1")
                .end("{\"code\":\"" + code + "\",\"detail\":\"no\"}"));
  }

  void accept() {
    refusing = Optional.empty();
  }

  void welcome(boolean wanted) {
    welcoming = wanted;
  }

  /** Holds its sockets but answers nothing any more, not even a ping, until thawed. */
  void freeze() {
    loop.runOnContext(frozen -> {
      try {
        thawed.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  void thaw() {
    thawed.countDown();
  }

  private void request(HttpServerRequest request) {
    authorizations.add(request.getHeader("Authorization"));
    refusing.ifPresentOrElse(
        answer -> answer.accept(request), () -> request.toWebSocket().onSuccess(this::opened));
  }

  private void opened(ServerWebSocket socket) {
    int link = sockets.size();
    sockets.add(socket);
    socket.textMessageHandler(text -> control(link, text));
    socket.binaryMessageHandler(
        frame -> received.add(new Received(link, RowsFrame.decode(frame.getBytes()), "")));
  }

  private void control(int link, String text) {
    AgentFrame frame = read(text);
    received.add(new Received(link, frame, text));
    if (frame instanceof Hello && welcoming) {
      sendOn(link, new Welcome(LinkId.random(), 1, 1, null, null));
    }
  }

  void send(GatewayFrame frame) {
    sendOn(sockets.size() - 1, frame);
  }

  void sendOn(int link, GatewayFrame frame) {
    sockets.get(link).writeTextMessage(write(frame));
  }

  void sendBinary(byte[] bytes) {
    sockets.getLast().writeBinaryMessage(Buffer.buffer(bytes));
  }

  boolean isClosed(int link) {
    return sockets.get(link).isClosed();
  }

  void sendText(String text) {
    sockets.getLast().writeTextMessage(text);
  }

  /** Closes the TCP connection under the newest socket without a word. */
  void cut() {
    cut(sockets.size() - 1);
  }

  void cut(int link) {
    sockets.get(link).close();
  }

  int links() {
    return sockets.size();
  }

  List<String> authorizations() {
    return authorizations;
  }

  <T> List<T> frames(Class<T> kind) {
    return received.stream().map(Received::frame).filter(kind::isInstance).map(kind::cast).toList();
  }

  <T> List<T> framesOn(int link, Class<T> kind) {
    return received.stream()
        .filter(one -> one.link() == link)
        .map(Received::frame)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** All but health, in their order: control frames as they came, rows as JSON of our own. */
  List<String> texts() {
    return received.stream()
        .filter(one -> !(one.frame() instanceof Health))
        .map(one -> one.frame() instanceof RowsFrame rows ? text(rows) : one.text())
        .toList();
  }

  private static String text(RowsFrame rows) {
    return "{\"type\":\"rows\",\"queryId\":\"%s\",\"chunk\":%d,\"rows\":%d,\"payload\":[%s]}"
        .formatted(
            rows.queryId(),
            rows.chunk(),
            rows.rows(),
            StandardCharsets.UTF_8.decode(rows.payload().duplicate()));
  }

  String rows(QueryId id) {
    return frames(RowsFrame.class).stream()
        .filter(frame -> frame.queryId().equals(id))
        .map(frame -> StandardCharsets.UTF_8.decode(frame.payload().duplicate()).toString())
        .collect(Collectors.joining(","));
  }

  private AgentFrame read(String text) {
    try {
      return json.readValue(text, AgentFrame.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(GatewayFrame frame) {
    try {
      return json.writerFor(GatewayFrame.class).writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

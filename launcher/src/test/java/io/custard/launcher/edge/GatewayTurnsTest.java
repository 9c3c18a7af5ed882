package io.custard.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.embedded.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** New links are spread over the gateways that live. */
@Timeout(60)
class GatewayTurnsTest {
  private final Vertx vertx = Vertx.vertx();
  private final WebSocketClient client =
      vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(1000));
  private EdgeServer edge;

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
  }

  @Test
  void linksAreSpreadInTurn() throws Exception {
    start(gateway("one").actualPort(), gateway("two").actualPort());

    assertThat(links(4)).containsExactlyInAnyOrder("one", "one", "two", "two");
  }

  @Test
  void aDeadGatewayIsPassedOver() throws Exception {
    start(gateway("one").actualPort(), FreePort.any());

    assertThat(links(4)).containsOnly("one").hasSize(4);
  }

  @Test
  void oneThatCameBackAtItsPortIsUsedAgain() throws Exception {
    HttpServer mortal = gateway("two");
    int port = mortal.actualPort();
    start(gateway("one").actualPort(), port);
    await(mortal.close());
    assertThat(links(2)).containsOnly("one");

    listen("two again", port);

    assertThat(links(2)).containsExactlyInAnyOrder("one", "two again");
  }

  @Test
  void aFrozenGatewayHoldsALinkUpForSecondsOnly() throws Exception {
    try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      start(gateway("one").actualPort(), frozen.getLocalPort());

      assertThat(links(2)).containsOnly("one");
    }
  }

  @Test
  void withoutAnyTheAgentIsTold() {
    start(FreePort.any(), FreePort.any());

    assertThatThrownBy(() -> links(1)).hasMessageContaining("503");
  }

  @Test
  void moreLinksThanRequestsPassAtOnce() throws Exception {
    start(gateway("one").actualPort(), gateway("two").actualPort());

    assertThat(links(600)).hasSize(600);
  }

  private void start(int first, int second) {
    edge =
        EdgeServer.start(
            0,
            List.of(
                new Upstream("agent-gateway", "agent-gateway", first),
                new Upstream("agent-gateway", "agent-gateway-2", second)));
  }

  /** Opens that many, leaves them open, and tells who took each. */
  private List<String> links(int count) throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CompletableFuture<String> name = new CompletableFuture<>();
      ClientWebSocket socket = client.webSocket();
      socket.textMessageHandler(name::complete);
      await(socket.connect(edge.port(), "127.0.0.1", "/api/v1/connections/ws/42"));
      names.add(name.get(10, TimeUnit.SECONDS));
    }
    return names;
  }

  private HttpServer gateway(String name) throws Exception {
    return listen(name, 0);
  }

  private HttpServer listen(String name, int port) throws Exception {
    return await(
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
            .webSocketHandler(socket -> socket.writeTextMessage(name))
            .listen(port));
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}

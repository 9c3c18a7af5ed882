package io.custard.gateway.life;

import io.custard.gateway.key.Entrance;
import io.custard.gateway.key.KeyCheck;
import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.FrameCodec;
import io.custard.gateway.owner.LinkProbe;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.Probed;
import io.custard.protocol.agent.RowsFrame;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPingMessage;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/** The WebSocket that agents dial into; {@code UpgradeCheck} has looked at the key before. */
@WebSocket(path = "/api/v1/connections/ws/{connectionId}")
public class AgentSocket {
  private static final Logger LOG = Logger.getLogger(AgentSocket.class);
  private static final TypedKey<AgentLink> LINK = new TypedKey<>("link");

  private final FrameCodec codec;
  private final LinkLife life;

  AgentSocket(FrameCodec codec, LinkLife life) {
    this.codec = codec;
    this.life = life;
  }

  @OnOpen
  @NonBlocking
  void open(WebSocketConnection socket) {
    HandshakeRequest request = socket.handshakeRequest();
    String keyId =
        KeyCheck.presented(request.header("Authorization"))
            .map(AgentKey::keyId)
            .orElseThrow(() -> new IllegalStateException("the upgrade was not checked"));
    ConnectionId connection = ConnectionId.fromString(socket.pathParam("connectionId"));
    String address = String.valueOf(request.header(Entrance.CALLER_HEADER));
    AgentLink link =
        new AgentLink(new AgentLink.Peer(connection, keyId, address), socket, codec, life::ended);
    socket.userData().put(LINK, link);
    life.opened(link);
  }

  @OnTextMessage
  @NonBlocking
  void control(WebSocketConnection socket, String text) {
    AgentLink link = link(socket);
    if (counts(link)) {
      codec
          .read(text)
          .ifPresentOrElse(
              frame -> life.received(link, frame),
              () -> LOG.debugf("Frame of an unknown type ignored linkId=%s", link.id()));
    }
  }

  @OnBinaryMessage
  @NonBlocking
  void rows(WebSocketConnection socket, Buffer frame) {
    AgentLink link = link(socket);
    if (counts(link)) {
      byte[] bytes = frame.getBytes();
      life.received(link, RowsFrame.decode(bytes), bytes);
    }
  }

  @OnPingMessage
  @NonBlocking
  void ping(WebSocketConnection socket, Buffer nothing) {
    counts(link(socket));
  }

  @OnPongMessage
  @NonBlocking
  void pong(WebSocketConnection socket, Buffer nothing) {
    AgentLink link = link(socket);
    if (counts(link)) {
      link.probes().answered(new Probed(LinkProbe.PONG, null));
    }
  }

  @OnClose
  @NonBlocking
  void close(WebSocketConnection socket, CloseReason reason) {
    link(socket).close("closed with " + reason.getCode());
  }

  /** What is no frame of ours ends the link: whoever sends it does not speak the protocol. */
  @OnError
  @NonBlocking
  void failed(WebSocketConnection socket, Throwable failure) {
    AgentLink link = link(socket);
    if (!link.isClosing()) {
      LOG.warnf("Link failed linkId=%s cause=%s", link.id(), failure.getClass().getSimpleName());
      link.close("protocol error");
    }
  }

  /** Whether the frame is to be looked at; one too many ends the link. */
  private static boolean counts(AgentLink link) {
    if (link.isClosing()) {
      return false;
    }
    link.signs().heard();
    boolean allowed = link.budget().take();
    if (!allowed) {
      link.close("too many frames");
    }
    return allowed;
  }

  private static AgentLink link(WebSocketConnection socket) {
    return socket.userData().get(LINK);
  }
}

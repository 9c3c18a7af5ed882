package io.custard.agent.schema;

import io.custard.agent.frames.OutgoingFrames;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.RowsFrame;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent. */
final class TestingLink implements OutgoingFrames {
  private final List<Object> sent = new ArrayList<>();

  @Override
  public Future<Void> send(AgentFrame frame) {
    sent.add(frame);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> send(RowsFrame rows) {
    sent.add(rows);
    return Future.succeededFuture();
  }

  <T> List<T> frames(Class<T> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

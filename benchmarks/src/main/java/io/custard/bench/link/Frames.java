package io.custard.bench.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.cli.api.Json;
import io.custard.protocol.Capability;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;
import io.vertx.core.http.WebSocket;
import java.util.List;

/** What idle agents say and read. */
final class Frames {
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(AgentFrame.class);

  private Frames() {}

  static Hello hello(String instance) {
    return new Hello(
        AgentProtocol.MIN_VERSION,
        AgentProtocol.MAX_VERSION,
        "bench",
        instance,
        new EngineDescription("postgresql", "17"),
        1L,
        List.of(Capability.PROBE),
        null,
        null);
  }

  static Health health() {
    return new Health(Health.GREEN, null, null, null, 0, List.of(), null, null, null, null);
  }

  static void send(WebSocket open, AgentFrame frame) {
    try {
      open.writeTextMessage(WRITER.writeValueAsString(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame is always JSON", e);
    }
  }

  static JsonNode read(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway sent no JSON", e);
    }
  }
}

package io.custard.gateway.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.GatewayFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Control frames to and from text. */
@ApplicationScoped
public class FrameCodec {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  FrameCodec(ObjectMapper json) {
    this.reader = json.readerFor(AgentFrame.class);
    this.writer = json.writerFor(GatewayFrame.class);
  }

  /**
   * Reads what an agent sent; empty for a type this build does not know.
   *
   * @throws IllegalArgumentException when the text is no frame at all
   */
  public Optional<AgentFrame> read(String text) {
    try {
      return Optional.of(reader.readValue(text));
    } catch (InvalidTypeIdException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a frame", e);
    }
  }

  public String write(GatewayFrame frame) {
    try {
      return writer.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame is always JSON", e);
    }
  }
}

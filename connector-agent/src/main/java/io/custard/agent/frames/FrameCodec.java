package io.custard.agent.frames;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.GatewayFrame;
import java.util.Optional;

/** Control frames to and from text. */
public final class FrameCodec {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  public FrameCodec(ObjectMapper json) {
    this.reader = json.readerFor(GatewayFrame.class);
    this.writer = json.writerFor(AgentFrame.class);
  }

  /**
   * Reads what the gateway sent; empty for a type this build does not know.
   *
   * @throws IllegalArgumentException when the text is no frame at all
   */
  public Optional<GatewayFrame> read(String text) {
    try {
      return Optional.of(reader.readValue(text));
    } catch (InvalidTypeIdException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      // Without the cause: its message repeats a part of the text, which may be SQL.
      throw new IllegalArgumentException("not a frame");
    }
  }

  public String write(AgentFrame frame) {
    try {
      return writer.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame is always JSON", e);
    }
  }
}

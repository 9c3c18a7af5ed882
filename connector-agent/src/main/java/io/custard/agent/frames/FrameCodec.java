package io.custard.agent.frames;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.AgentFrame;
import io.custard.protocol.agent.GatewayFrame;
import java.util.Optional;
import java.util.UUID;

/** Control frames to and from text. */
public final class FrameCodec {
  private static final int LONGEST_ID = 100;

  private final ObjectReader reader;
  private final ObjectReader trees;
  private final ObjectWriter writer;

  public FrameCodec(ObjectMapper json) {
    // A newer gateway may say more, in a frame and in what it holds.
    this.reader =
        json.readerFor(GatewayFrame.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.trees = json.readerFor(JsonNode.class);
    this.writer = json.writerFor(AgentFrame.class);
  }

  /** Reads what the gateway sent; never fails. */
  public Incoming read(String text) {
    try {
      GatewayFrame frame = reader.readValue(text);
      return frame == null ? new Incoming.Noise() : new Incoming.Known(frame);
    } catch (JsonProcessingException e) {
      // The reason is left out: it repeats a part of the text, which may be SQL.
      return unreadable(text);
    }
  }

  private Incoming unreadable(String text) {
    try {
      JsonNode tree = trees.readTree(text);
      return tree.isObject()
          ? new Incoming.Unreadable(
              member(tree, "queryId").flatMap(FrameCodec::queryId), member(tree, "discoveryId"))
          : new Incoming.Noise();
    } catch (JsonProcessingException e) {
      return new Incoming.Noise();
    }
  }

  private static Optional<String> member(JsonNode tree, String name) {
    String text = tree.path(name).asText("");
    return text.isEmpty() || text.length() > LONGEST_ID ? Optional.empty() : Optional.of(text);
  }

  private static Optional<QueryId> queryId(String text) {
    try {
      return Optional.of(new QueryId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
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

package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How the payload of a {@link io.custard.protocol.agent.RowsFrame} is encoded. */
public enum RowEncoding {
  /** JSON arrays, one for each row, separated by commas, without an enclosing array. */
  JSON_ROWS((byte) 1, "json-rows"),

  /** One JSON array for each row, each ended by a line feed. */
  NDJSON((byte) 2, "ndjson"),

  /**
   * RFC 4180 lines without a header, each ended by CR LF. Null is an empty field, an empty text is
   * {@code ""}, arrays and objects are their JSON text.
   */
  CSV((byte) 3, "csv");

  private final byte tag;
  private final String wire;

  RowEncoding(byte tag, String wire) {
    this.tag = tag;
    this.wire = wire;
  }

  /** The value in the binary header. */
  public byte tag() {
    return tag;
  }

  @JsonValue
  public String wire() {
    return wire;
  }

  @JsonCreator
  public static RowEncoding of(String wire) {
    for (RowEncoding encoding : values()) {
      if (encoding.wire.equals(wire)) {
        return encoding;
      }
    }
    throw new IllegalArgumentException("unknown row encoding");
  }

  /** Reads the value of the binary header. */
  public static RowEncoding ofTag(byte tag) {
    for (RowEncoding encoding : values()) {
      if (encoding.tag == tag) {
        return encoding;
      }
    }
    throw new IllegalArgumentException("unknown row encoding " + tag);
  }
}

package io.custard.agent.database;

import java.nio.ByteBuffer;

/** Some rows of a result, encoded as the {@link ResultShape} said. */
public record RowChunk(int rows, ByteBuffer payload) {

  /** Of the payload. */
  public int bytes() {
    return payload.remaining();
  }

  /** Leaves the rows out. */
  @Override
  public String toString() {
    return "RowChunk[" + rows + "]";
  }
}

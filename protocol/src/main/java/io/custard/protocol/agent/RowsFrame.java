package io.custard.protocol.agent;

import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * The binary frame that carries rows: a header of 26 bytes in network byte order, then the payload
 * as the agent encoded it. Gateway and Kafka pass it on without looking into the payload.
 *
 * <pre>
 * 0       version, 1
 * 1       encoding, {@link RowEncoding#tag()}
 * 2..17   query id
 * 18..21  chunk number, from 0
 * 22..25  rows in this chunk
 * 26..    payload
 * </pre>
 */
public record RowsFrame(
    QueryId queryId, RowEncoding encoding, int chunk, int rows, ByteBuffer payload) {
  /** Bytes before the payload. */
  public static final int HEADER = 26;

  private static final byte VERSION = 1;

  public RowsFrame {
    Objects.requireNonNull(queryId);
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(payload);
  }

  /** Writes the whole frame. */
  public byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(HEADER + payload.remaining());
    out.put(VERSION).put(encoding.tag());
    out.putLong(queryId.value().getMostSignificantBits());
    out.putLong(queryId.value().getLeastSignificantBits());
    out.putInt(chunk).putInt(rows);
    out.put(payload.duplicate());
    return out.array();
  }

  /**
   * Reads a whole frame; the payload shares the array.
   *
   * @throws IllegalArgumentException when the header is not one of ours
   */
  public static RowsFrame decode(byte[] frame) {
    if (frame.length < HEADER || frame[0] != VERSION) {
      throw new IllegalArgumentException("not a rows frame");
    }
    ByteBuffer in = ByteBuffer.wrap(frame);
    RowEncoding encoding = RowEncoding.ofTag(in.get(1));
    QueryId id = new QueryId(new UUID(in.getLong(2), in.getLong(10)));
    int rows = in.getInt(22);
    if (rows < 0) {
      throw new IllegalArgumentException("negative row count");
    }
    return new RowsFrame(id, encoding, in.getInt(18), rows, in.position(HEADER).slice());
  }
}

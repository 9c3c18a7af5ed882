package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;
import io.custard.agent.database.RowWriter;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Writes the body of a DataRow, all values as text. */
final class RowReader implements RowWriter<ByteBuf> {
  private static final int COUNT = 2;
  private static final int LENGTH = 4;

  private final CellEncoder[] cells;
  private byte[] row = new byte[1024];

  RowReader(List<CellEncoder> cells) {
    this.cells = cells.toArray(CellEncoder[]::new);
  }

  /** Copies the row once, which is cheaper than looking into the socket's memory for each cell. */
  @Override
  public void write(ByteBuf body, JsonBuffer out) {
    int size = body.readableBytes();
    if (size > row.length) {
      row = new byte[Math.max(size, row.length * 2)];
    }
    body.getBytes(body.readerIndex(), row, 0, size);
    int at = COUNT;
    for (CellEncoder cell : cells) {
      out.cell();
      int length = length(at);
      at += LENGTH;
      if (length < 0) {
        out.nothing();
      } else {
        cell.write(row, at, at + length, out);
        at += length;
      }
    }
  }

  private int length(int at) {
    return (row[at] << 24)
        | ((row[at + 1] & 0xFF) << 16)
        | ((row[at + 2] & 0xFF) << 8)
        | (row[at + 3] & 0xFF);
  }
}

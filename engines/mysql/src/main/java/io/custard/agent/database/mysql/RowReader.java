package io.custard.agent.database.mysql;

import io.custard.agent.database.JsonBuffer;
import io.custard.agent.database.RowWriter;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Writes a binary row, which has a bit for each null. */
final class RowReader implements RowWriter<ByteBuf> {
  /** The first two bits mean nothing in rows of a result. */
  private static final int NULLS_FROM = 2;

  private final List<CellEncoder> cells;

  RowReader(List<CellEncoder> cells) {
    this.cells = List.copyOf(cells);
  }

  @Override
  public void write(ByteBuf row, JsonBuffer out) {
    int nulls = row.readerIndex() + 1;
    row.skipBytes(1 + (cells.size() + 7 + NULLS_FROM) / 8);
    for (int i = 0; i < cells.size(); i++) {
      out.cell();
      int bit = i + NULLS_FROM;
      if ((row.getByte(nulls + bit / 8) >> (bit % 8) & 1) == 1) {
        out.nothing();
      } else {
        cells.get(i).write(row, out);
      }
    }
  }
}

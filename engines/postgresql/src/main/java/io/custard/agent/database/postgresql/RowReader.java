package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Turns the body of a DataRow, all values as text, into a JSON array. */
final class RowReader {
  private final List<CellEncoder> cells;
  private byte[] text = new byte[256];

  RowReader(List<CellEncoder> cells) {
    this.cells = List.copyOf(cells);
  }

  void write(ByteBuf body, JsonBuffer out) {
    int at = body.readerIndex() + 2;
    out.raw('[');
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.raw(',');
      }
      int length = body.getInt(at);
      at += 4;
      if (length < 0) {
        out.nothing();
      } else {
        cell(cells.get(i), body, at, length, out);
        at += length;
      }
    }
    out.raw(']');
  }

  private void cell(CellEncoder encoder, ByteBuf body, int at, int length, JsonBuffer out) {
    if (length > text.length) {
      text = new byte[Math.max(length, text.length * 2)];
    }
    body.getBytes(at, text, 0, length);
    encoder.write(text, 0, length, out);
  }
}

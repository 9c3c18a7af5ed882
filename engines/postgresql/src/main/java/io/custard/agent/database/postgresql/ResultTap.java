package io.custard.agent.database.postgresql;

import io.custard.agent.database.wire.RowSink;
import io.custard.agent.database.wire.RowTap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tap does with each message.
 *
 * <pre>
 * RowDescription  the true types are kept; the client is told a type that it asks for as text and
 *                 hands on unchanged
 * DataRow         goes to the sink, if there is one; the client never sees it
 * the rest        passes through
 * </pre>
 *
 * Why not the client itself: ADR 0012.
 */
final class ResultTap extends RowTap {
  /** tsvector: the one type the client reads as text without looking into it. */
  private static final int TEXT_AS_IT_IS = 3614;

  private static final int HEADER = 5;

  /** A column as the server described it. */
  record Described(String name, long oid) {}

  private List<Described> described = List.of();
  private @Nullable RowSink sink;

  /** The columns of the statement that was prepared or run last; empty when it returns none. */
  List<Described> described() {
    return described;
  }

  @Override
  public void expectPrepared() {
    described = List.of();
  }

  void divertTo(@Nullable RowSink rows) {
    sink = rows;
  }

  @Override
  protected void message(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < HEADER) {
      return;
    }
    byte type = in.getByte(in.readerIndex());
    int length = in.getInt(in.readerIndex() + 1) + 1;
    if (type == 'D' && sink != null) {
      row(sink, in, length);
    } else if (type != 'T') {
      pass(in, length, out);
    } else if (in.readableBytes() >= length) {
      ByteBuf description = in.readRetainedSlice(length);
      rewrite(description);
      out.add(description);
    }
  }

  private void row(RowSink rows, ByteBuf in, int length) {
    if (length > MAX_ROW) {
      skip(in, length);
      rows.rowTooLarge();
    } else if (in.readableBytes() >= length) {
      rows.row(in.slice(in.readerIndex() + HEADER, length - HEADER));
      in.skipBytes(length);
    }
  }

  /** Columns: name, table (4), number (2), type (4), length (2), modifier (4), format (2). */
  private void rewrite(ByteBuf message) {
    int at = HEADER;
    int count = message.getUnsignedShort(at);
    at += 2;
    List<Described> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int end = message.indexOf(at, message.writerIndex(), (byte) 0);
      String name = message.toString(at, end - at, StandardCharsets.UTF_8);
      int type = end + 1 + 6;
      columns.add(new Described(name, message.getUnsignedInt(type)));
      message.setInt(type, TEXT_AS_IT_IS);
      at = type + 12;
    }
    described = List.copyOf(columns);
  }
}

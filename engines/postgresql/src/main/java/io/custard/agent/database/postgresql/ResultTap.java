package io.custard.agent.database.postgresql;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the socket and the client's codec and reads results itself.
 *
 * <pre>
 * RowDescription  the true types are kept; the client is told a type that it asks for as text and
 *                 hands on unchanged
 * DataRow         goes to the sink, if there is one; the client never sees it
 * the rest        passes through
 * </pre>
 *
 * A row beyond {@link #MAX_ROW} is never held in memory: it is reported and skipped. While the sink
 * is full the socket is not read, so the server waits. Why not the client itself: ADR 0012.
 */
final class ResultTap extends ByteToMessageDecoder {
  /** Twice a frame: bytes arrive in hexadecimal and leave in base64. */
  static final int MAX_ROW = 2 * 1024 * 1024;

  /** tsvector: the one type the client reads as text without looking into it. */
  private static final int TEXT_AS_IT_IS = 3614;

  private static final int HEADER = 5;

  /** Takes the body of each DataRow; it is valid during the call only. */
  interface RowSink {
    void row(ByteBuf body);

    void rowTooLarge();
  }

  /** A column as the server described it. */
  record Described(String name, long oid) {}

  private List<Described> described = List.of();
  private @Nullable RowSink sink;
  private @Nullable ChannelHandlerContext context;
  private int passing;
  private int skipping;

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  /** The columns of the statement that was prepared or run last; empty when it returns none. */
  List<Described> described() {
    return described;
  }

  void forgetDescription() {
    described = List.of();
  }

  void divertTo(@Nullable RowSink rows) {
    sink = rows;
  }

  /** Stops or goes on reading from the server. */
  void reading(boolean wanted) {
    if (context != null && context.channel().config().isAutoRead() != wanted) {
      context.channel().config().setAutoRead(wanted);
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (skipping > 0) {
      int n = Math.min(skipping, in.readableBytes());
      in.skipBytes(n);
      skipping -= n;
    } else if (passing > 0) {
      passing -= pass(in, passing, out);
    } else if (in.readableBytes() >= HEADER) {
      message(in, out);
    }
  }

  private void message(ByteBuf in, List<Object> out) {
    byte type = in.getByte(in.readerIndex());
    int length = in.getInt(in.readerIndex() + 1) + 1;
    if (type == 'D' && sink != null) {
      row(sink, in, length);
    } else if (type != 'T') {
      passing = length - pass(in, length, out);
    } else if (in.readableBytes() >= length) {
      ByteBuf description = in.readRetainedSlice(length);
      rewrite(description);
      out.add(description);
    }
  }

  private void row(RowSink rows, ByteBuf in, int length) {
    if (length > MAX_ROW) {
      skipping = length;
      rows.rowTooLarge();
    } else if (in.readableBytes() >= length) {
      rows.row(in.slice(in.readerIndex() + HEADER, length - HEADER));
      in.skipBytes(length);
    }
  }

  private static int pass(ByteBuf in, int wanted, List<Object> out) {
    int n = Math.min(wanted, in.readableBytes());
    out.add(in.readRetainedSlice(n));
    return n;
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

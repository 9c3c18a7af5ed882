package io.custard.agent.database.mysql;

import io.custard.agent.database.wire.RowSink;
import io.custard.agent.database.wire.RowTap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tap does with each packet, by what it waits for.
 *
 * <pre>
 * ANY        everything passes; this is how the session's own commands are answered
 * PREPARED   the answer to a prepare: the columns are kept, all of it passes
 * EXECUTED   the answer to an execute, up to its columns: kept, all of it passes
 * ROWS       each row goes to the sink, the client never sees it; the end passes
 * </pre>
 *
 * A server that asks for a file of this machine, as it may in answer to any command, loses the
 * connection.
 */
final class ResultTap extends RowTap {
  private static final int MORE_RESULTS = 8;
  private static final int MAX_DESCRIPTION = 1024 * 1024;

  /** What is read next. */
  private enum Phase {
    ANY,
    PREPARED,
    EXECUTED,
    ROWS
  }

  /** Takes the rows, and before them what they are. */
  interface ResultSink extends RowSink {
    /** The columns as they are in the rows that follow. */
    void columns(List<Described> columns);
  }

  private Phase phase = Phase.ANY;
  private final List<Described> described = new ArrayList<>();
  private int parameters;
  private int awaited;
  private @Nullable ResultSink sink;
  private boolean continued;

  @Override
  public void expectPrepared() {
    described.clear();
    awaited = -1;
    phase = Phase.PREPARED;
  }

  /** The next answer is one to an execute. */
  void expectRows(ResultSink rows) {
    described.clear();
    awaited = -1;
    parameters = 0;
    sink = rows;
    phase = Phase.EXECUTED;
  }

  /** The columns of the statement that was prepared or run last; empty when it returns none. */
  List<Described> described() {
    return List.copyOf(described);
  }

  /** Rows that still come are dropped. */
  void forgetSink() {
    sink = null;
  }

  @Override
  protected void message(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (in.readableBytes() > Packets.HEADER
        || (in.readableBytes() == Packets.HEADER && Packets.length(in) == 0)) {
      packet(ctx, in, out);
    }
  }

  private void packet(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int length = Packets.length(in);
    int first = length == 0 ? Packets.OK : Packets.first(in);
    if (first == Packets.LOCAL_FILE && isFirstOfAnswer(in)) {
      in.skipBytes(in.readableBytes());
      hangUp(ctx);
    } else if (phase == Phase.ROWS) {
      row(ctx, in, out);
    } else if (phase == Phase.ANY) {
      pass(in, Packets.HEADER + length, out);
    } else if (length > MAX_DESCRIPTION) {
      hangUp(ctx);
    } else if (in.readableBytes() >= Packets.HEADER + length) {
      ByteBuf whole = in.readRetainedSlice(Packets.HEADER + length);
      describe(ctx, first, whole.slice(Packets.HEADER, length));
      out.add(whole);
    }
  }

  /** Our own queries are prepared ones, whose rows never begin with this byte. */
  private boolean isFirstOfAnswer(ByteBuf in) {
    return switch (phase) {
      case ANY -> in.getUnsignedByte(in.readerIndex() + 3) == 1;
      case PREPARED, EXECUTED -> awaited < 0;
      case ROWS -> false;
    };
  }

  /** The head of an answer, or one description of a parameter or column after it. */
  private void describe(ChannelHandlerContext ctx, int first, ByteBuf payload) {
    if (awaited < 0) {
      head(ctx, first, payload);
    } else {
      awaited--;
      if (parameters > 0) {
        parameters--;
      } else {
        described.add(Described.read(payload));
      }
    }
    if (awaited == 0) {
      phase = phase == Phase.EXECUTED ? Phase.ROWS : Phase.ANY;
      if (phase == Phase.ROWS && sink != null) {
        sink.columns(described());
      }
    }
  }

  private void head(ChannelHandlerContext ctx, int first, ByteBuf payload) {
    if (phase == Phase.EXECUTED && first == Packets.OK && hasMoreResults(payload.duplicate())) {
      hangUp(ctx);
    } else if (first == Packets.ERROR || (phase == Phase.EXECUTED && first == Packets.OK)) {
      phase = Phase.ANY;
    } else if (phase == Phase.PREPARED) {
      parameters = payload.getUnsignedShortLE(7);
      awaited = payload.getUnsignedShortLE(5) + parameters;
    } else {
      awaited = Math.toIntExact(Packets.number(payload));
    }
  }

  private void row(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int length = Packets.length(in);
    int first = length == 0 ? Packets.OK : Packets.first(in);
    if (continued || length > MAX_ROW) {
      if (!continued && sink != null) {
        sink.rowTooLarge();
      }
      continued = length == Packets.CONTINUED;
      skip(in, Packets.HEADER + length);
    } else if (in.readableBytes() >= Packets.HEADER + length) {
      ByteBuf whole = in.readSlice(Packets.HEADER + length);
      if (first == Packets.END && hasMoreResults(whole.slice(Packets.HEADER, length))) {
        hangUp(ctx);
      } else if (first == Packets.END || first == Packets.ERROR) {
        phase = Phase.ANY;
        out.add(whole.retain());
      } else if (sink != null) {
        sink.row(whole.slice(Packets.HEADER, length));
      }
    }
  }

  /**
   * Only a call or a block of statements answers with several results; the client would keep them.
   */
  private static boolean hasMoreResults(ByteBuf end) {
    end.skipBytes(1);
    Packets.number(end);
    Packets.number(end);
    return (end.readUnsignedShortLE() & MORE_RESULTS) != 0;
  }

  private static void hangUp(ChannelHandlerContext ctx) {
    var unused = ctx.close();
  }
}

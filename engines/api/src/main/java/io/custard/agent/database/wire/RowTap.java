package io.custard.agent.database.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the socket and the client's codec and reads results itself: rows go to the sink,
 * the rest passes through. A row beyond {@link #MAX_ROW} is never held in memory: it is reported
 * and skipped. While the sink is full the socket is not read, so the server waits.
 */
public abstract class RowTap extends ByteToMessageDecoder {
  /** Bytes. Twice a frame: they may arrive in hexadecimal and leave in base64. */
  protected static final int MAX_ROW = 2 * 1024 * 1024;

  private @Nullable ChannelHandlerContext context;
  private boolean stopped;
  private int passing;
  private int skipping;

  @Override
  public final void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  /** Stops or goes on reading from the server. */
  public final void reading(boolean wanted) {
    stopped = !wanted;
    if (context != null && context.channel().config().isAutoRead() != wanted) {
      context.channel().config().setAutoRead(wanted);
    }
  }

  /**
   * A decoder asks for more when what it read made no message for the client, though nobody else
   * wants to read; rows never make one.
   */
  @Override
  public final void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    if (stopped) {
      discardSomeReadBytes();
      ctx.fireChannelReadComplete();
    } else {
      super.channelReadComplete(ctx);
    }
  }

  @Override
  protected final void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (skipping > 0) {
      skip(in, skipping);
    } else if (passing > 0) {
      pass(in, passing, out);
    } else {
      message(ctx, in, out);
    }
  }

  /** The next answer is one to a prepare: the columns that were described before are forgotten. */
  public abstract void expectPrepared();

  /** Reads one message of the protocol, or nothing of it while too little has arrived. */
  protected abstract void message(ChannelHandlerContext ctx, ByteBuf in, List<Object> out);

  /** Hands on so many bytes, now or as they arrive. */
  protected final void pass(ByteBuf in, int length, List<Object> out) {
    int n = Math.min(length, in.readableBytes());
    out.add(in.readRetainedSlice(n));
    passing = length - n;
  }

  /** Drops so many bytes, now or as they arrive. */
  protected final void skip(ByteBuf in, int length) {
    int n = Math.min(length, in.readableBytes());
    in.skipBytes(n);
    skipping = length - n;
  }
}

package io.custard.gateway.execution;

import io.custard.protocol.event.ColumnsReply;
import io.custard.protocol.event.EndReply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a result, kept back for a moment: a small result then costs one record on its
 * way instead of three, each with its own way through the broker. On the link's event loop only.
 */
final class HeldReply {
  /** Larger chunks are passed on as they come. */
  private static final int SMALL_BYTES = 16 << 10;

  private @Nullable ColumnsReply columns;
  private byte @Nullable [] rows;
  private boolean begun;

  /**
   * What goes out together; at least one of them is there.
   *
   * @param rows a whole rows frame
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Part(@Nullable ColumnsReply columns, byte @Nullable [] rows, @Nullable EndReply end) {}

  void columns(ColumnsReply reply) {
    columns = reply;
  }

  /** Whether the chunk was kept; only a small first one is. */
  boolean keeps(byte[] chunk) {
    boolean first = !begun && chunk.length <= SMALL_BYTES;
    begun = true;
    if (first) {
      rows = chunk;
    }
    return first;
  }

  /** What was kept, if anything; nothing is kept afterwards. */
  Optional<Part> take() {
    return columns == null && rows == null ? Optional.empty() : Optional.of(with(null));
  }

  /** What was kept, with the end of the result. */
  Part with(@Nullable EndReply end) {
    Part part = new Part(columns, rows, end);
    columns = null;
    rows = null;
    return part;
  }
}

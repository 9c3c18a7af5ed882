package io.custard.agent.database;

import io.custard.protocol.Truncation;
import io.custard.protocol.agent.AgentProtocol;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts encoded rows into chunks and stops at the caps. A chunk holds at most {@link #CHUNK_BYTES}
 * or {@link #CHUNK_ROWS}; only a row that is larger by itself makes a larger chunk.
 */
public final class RowChunks {
  public static final int CHUNK_ROWS = 500;
  public static final int CHUNK_BYTES = 64 * 1024;

  /** A row must fit into one frame under the credit that may be open. */
  public static final long MAX_ROW_BYTES = AgentProtocol.MAX_OPEN_CREDIT;

  private final RowCaps caps;
  private final JsonBuffer buffer = new JsonBuffer();
  private final ArrayDeque<RowChunk> ready = new ArrayDeque<>();
  private int open;
  private long rows;
  private long bytes;
  private long readyBytes;
  private @Nullable Truncation truncation;

  public RowChunks(RowCaps caps) {
    this.caps = caps;
  }

  /**
   * Adds a row unless a cap is reached.
   *
   * @return false for a row that is larger than a frame may be
   */
  public boolean add(Consumer<JsonBuffer> row) {
    if (truncation != null) {
      return true;
    }
    if (rows == caps.rows()) {
      truncate(new Truncation(Truncation.ROWS, caps.rows()));
      return true;
    }
    int before = buffer.size();
    if (open > 0) {
      buffer.raw(',');
    }
    int start = buffer.size();
    row.accept(buffer);
    int size = buffer.size() - start;
    if (bytes + buffer.size() - before > caps.bytes()) {
      buffer.truncate(before);
      truncate(new Truncation(Truncation.BYTES, caps.bytes()));
      return true;
    }
    if (size > MAX_ROW_BYTES) {
      buffer.truncate(before);
      return false;
    }
    bytes += buffer.size() - before;
    rows++;
    keep(before, start);
    return true;
  }

  private void keep(int before, int start) {
    if (open > 0 && buffer.size() > CHUNK_BYTES) {
      byte[] last = buffer.copy(start, buffer.size());
      buffer.truncate(before);
      seal();
      buffer.raw(last, 0, last.length);
    }
    open++;
    if (open == CHUNK_ROWS || buffer.size() >= CHUNK_BYTES) {
      seal();
    }
  }

  /** Says that the caps cut the result here; rows after this are dropped. */
  public void truncate(Truncation cut) {
    truncation = cut;
    seal();
  }

  /** Makes a chunk of what is there. */
  public void seal() {
    if (open > 0) {
      RowChunk chunk = new RowChunk(open, ByteBuffer.wrap(buffer.copy(0, buffer.size())));
      ready.add(chunk);
      readyBytes += chunk.bytes();
      open = 0;
      buffer.clear();
    }
  }

  /** Takes the oldest chunk. */
  public @Nullable RowChunk poll() {
    RowChunk chunk = ready.poll();
    if (chunk != null) {
      readyBytes -= chunk.bytes();
    }
    return chunk;
  }

  public boolean hasChunk() {
    return !ready.isEmpty();
  }

  /** Bytes of finished chunks that nobody took yet. */
  public long waitingBytes() {
    return readyBytes;
  }

  public long rows() {
    return rows;
  }

  public Optional<Truncation> truncation() {
    return Optional.ofNullable(truncation);
  }

  /** What may still be added, with one more to see that there was more. */
  public long rowsWanted() {
    return caps.rows() - rows + 1;
  }
}

package io.custard.agent.database;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.Truncation;
import io.custard.protocol.agent.AgentProtocol;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodes rows, cuts them into chunks and stops at the caps. A chunk holds at most {@link
 * #CHUNK_BYTES} or {@link #CHUNK_ROWS}; only a row that is larger by itself makes a larger chunk.
 */
public final class RowChunks {
  public static final int CHUNK_ROWS = 5_000;
  public static final int CHUNK_BYTES = 128 * 1024;

  /** So long a row waits, at most, for others to fill its chunk while somebody wants it. */
  public static final long LINGER_MILLIS = 20;

  /** A row must fit into one frame under the credit that may be open. */
  public static final long MAX_ROW_BYTES = AgentProtocol.MAX_OPEN_CREDIT;

  private final RowCaps caps;
  private final RowFormat format;
  private final JsonBuffer buffer;
  private final ArrayDeque<RowChunk> ready = new ArrayDeque<>();
  private int open;
  private long rows;
  private long bytes;
  private long readyBytes;
  private @Nullable Truncation truncation;

  public RowChunks(ResultShape shape) {
    this.caps = shape.caps();
    this.format = RowFormat.of(shape);
    this.buffer = new JsonBuffer(format);
  }

  /**
   * Adds a row unless a cap is reached.
   *
   * @return false for a row that is larger than a frame may be
   */
  public <T> boolean add(T row, RowWriter<? super T> writer) {
    if (truncation != null) {
      return true;
    }
    if (rows == caps.rows()) {
      truncate(new Truncation(Truncation.ROWS, caps.rows()));
      return true;
    }
    int before = buffer.size();
    if (open > 0) {
      format.separate(buffer);
    }
    int start = buffer.size();
    format.begin(buffer);
    writer.write(row, buffer);
    format.end(buffer);
    return isKept(before, start);
  }

  /** Adds a row unless a cap is reached; fails for a row that is larger than a frame may be. */
  public <T> void addOrRefuse(T row, RowWriter<? super T> writer) {
    if (!add(row, writer)) {
      throw tooLarge();
    }
  }

  /** What is said of a row that is larger than a frame may be. */
  public static CustardException tooLarge() {
    return new CustardException(
        ErrorCode.SQL_EXECUTION_FAILED,
        "A row of the result is larger than %d bytes; select fewer columns or shorten them."
            .formatted(MAX_ROW_BYTES));
  }

  private boolean isKept(int before, int start) {
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
    if (open > 0 && buffer.size() > CHUNK_BYTES) {
      cut(before, start);
    }
    open++;
    if (open == CHUNK_ROWS || buffer.size() >= CHUNK_BYTES) {
      seal();
    }
    return true;
  }

  /** Makes a chunk of all but the last row; what separated them is lost. */
  private void cut(int before, int start) {
    int separator = start - before;
    ready(buffer.take(before));
    if (separator > 0) {
      byte[] all = buffer.bytes();
      System.arraycopy(all, separator, all, 0, buffer.size() - separator);
      buffer.truncate(buffer.size() - separator);
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
      ready(buffer.take(buffer.size()));
    }
  }

  private void ready(ByteBuffer payload) {
    RowChunk chunk = new RowChunk(open, payload);
    ready.add(chunk);
    readyBytes += chunk.bytes();
    open = 0;
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

  /** Whether rows were added that are in no chunk yet. */
  public boolean hasOpenRows() {
    return open > 0;
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

package io.custard.cli.guard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, one at a time and none above a size, so that memory is bounded. */
final class ByteLines {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int end;

  /** One line without its end. */
  sealed interface Line {
    record Text(InputStream bytes) implements Line {}

    /** The line was longer than allowed; it was read to its end and dropped. */
    record TooLong() implements Line {}
  }

  ByteLines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The next line; empty at the end of the stream. */
  Optional<Line> read() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    while (fill()) {
      int stop = indexOfLineEnd();
      tooLong |= line.size() + (stop - next) > maxBytes;
      if (!tooLong) {
        line.write(buffer, next, stop - next);
      }
      next = stop;
      if (stop < end) {
        next++;
        break;
      }
    }
    return Optional.of(
        tooLong ? new Line.TooLong() : new Line.Text(new ByteArrayInputStream(line.toByteArray())));
  }

  private boolean fill() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end;
  }

  private int indexOfLineEnd() {
    int at = next;
    while (at < end && buffer[at] != '\n') {
      at++;
    }
    return at;
  }
}

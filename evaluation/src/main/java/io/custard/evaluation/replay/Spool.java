package io.custard.evaluation.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.cli.api.Json;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Recorded;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lines as they come about, which is in another order than they are wanted. One line at a time; its
 * rows go to the disk as they come, and away again when the statement fails after all.
 */
final class Spool implements AutoCloseable {
  private final FileChannel channel;
  private OutputStream out;
  private long start;
  private long written;
  private boolean first;

  /** Where a line is. */
  record Place(Spool spool, long start, long length) {
    void copyTo(FileChannel target) throws IOException {
      long copied = 0;
      while (copied < length) {
        copied += spool.channel.transferTo(start + copied, length - copied, target);
      }
    }
  }

  Spool(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.out = OutputStream.nullOutputStream();
  }

  /** Begins a line with rows. */
  void begin(Recorded statement) throws IOException {
    restart();
    String head = Json.MAPPER.writeValueAsString(named(statement));
    write((head.substring(0, head.length() - 1) + ",\"rows\":[").getBytes(StandardCharsets.UTF_8));
    first = true;
  }

  void row(byte[] text) throws IOException {
    if (!first) {
      write(new byte[] {','});
    }
    first = false;
    write(text);
  }

  /** Ends the line that was begun, as the outcome wants it. */
  Place end(Recorded statement, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Ran ran -> write("]}\n".getBytes(StandardCharsets.UTF_8));
      case Outcome.Failed failed -> {
        restart();
        ObjectNode line = named(statement).put("error", failed.text());
        write((Json.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    out.flush();
    Place place = new Place(this, start, written);
    start += written;
    return place;
  }

  private static ObjectNode named(Recorded statement) {
    ObjectNode line = Json.MAPPER.createObjectNode().put("id", statement.id());
    return statement.model() == null ? line : line.put("model", statement.model());
  }

  /** Forgets what is behind the last line. */
  private void restart() throws IOException {
    channel.truncate(start);
    channel.position(start);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    written = 0;
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

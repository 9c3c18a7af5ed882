package io.custard.agent.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * The open end of a ledger. Not for several threads.
 *
 * <p>A line that a crash had cut in the middle is moved aside ({@code .torn}) when the ledger is
 * opened again, and the chain goes on with a line that says so.
 */
final class LedgerFile implements AutoCloseable {
  private final ObjectMapper json;
  private final LedgerFolder folder;
  private final long maxBytes;
  private final FileChannel lockChannel;
  private Path path;
  private FileChannel channel;
  private LedgerHead head = LedgerHead.START;

  private LedgerFile(ObjectMapper json, LedgerFolder folder, long maxBytes, FileChannel lock)
      throws IOException {
    this.json = json;
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.lockChannel = lock;
    this.path = folder.last().orElse(folder.first());
    this.channel = open(path);
  }

  /** Opens or begins the ledger in a folder and continues its chain. */
  static LedgerFile open(ObjectMapper json, Path folder, long maxBytes) throws LedgerUnavailable {
    try {
      Files.createDirectories(folder);
      LedgerFolder files = new LedgerFolder(folder);
      LedgerFile file = new LedgerFile(json, files, maxBytes, lock(files));
      file.recover();
      return file;
    } catch (IOException e) {
      throw new LedgerUnavailable(
          "The ledger in %s cannot be opened; check that the folder may be written."
              .formatted(folder),
          e);
    }
  }

  private static FileChannel lock(LedgerFolder folder) throws IOException, LedgerUnavailable {
    FileChannel channel =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held in this very process: the same answer.
    }
    channel.close();
    throw new LedgerUnavailable(
        "Another agent writes the ledger in %s; give each agent a folder of its own."
            .formatted(folder.path()),
        new IOException("locked"));
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void recover() throws IOException, LedgerUnavailable {
    LedgerTail tail = LedgerTail.read(json, channel);
    if (tail.line().isEmpty() && tail.wholeBytes() == 0) {
      continuePrevious();
    } else {
      head =
          tail.line()
              .orElseThrow(() ->
                  new LedgerUnavailable(
                      "The last line of %s is not whole or was altered; run custard-agent ledger"
                              .formatted(path)
                          + " verify, then move the folder aside to begin a new ledger.",
                      new IOException("last line")))
              .head();
    }
    channel.position(tail.wholeBytes());
    if (tail.tornBytes() > 0) {
      moveTorn(tail);
      append(new LedgerEntry.Recovered(Instant.now().toString(), tail.tornBytes()));
      force();
    }
  }

  // A file that was begun and never written continues the one before it.
  private void continuePrevious() throws IOException, LedgerUnavailable {
    int before = folder.files().indexOf(path) - 1;
    if (before >= 0) {
      try (FileChannel previous =
          FileChannel.open(folder.files().get(before), StandardOpenOption.READ)) {
        head =
            LedgerTail.read(json, previous)
                .line()
                .orElseThrow(() ->
                    new LedgerUnavailable(
                        "The file before %s is not whole; run custard-agent ledger verify."
                            .formatted(path),
                        new IOException("previous file")))
                .head();
      }
    }
  }

  private void moveTorn(LedgerTail tail) throws IOException {
    ByteBuffer torn = ByteBuffer.allocate((int) Math.min(tail.tornBytes(), 1 << 20));
    channel.read(torn, tail.wholeBytes());
    Files.write(
        path.resolveSibling(path.getFileName() + "." + (head.seq() + 1) + ".torn"),
        java.util.Arrays.copyOf(torn.array(), torn.position()));
    channel.truncate(tail.wholeBytes());
  }

  /** Writes a line; it is safe only after {@link #force}. */
  void append(LedgerEntry entry) throws IOException {
    rotateIfFull();
    String line = LedgerLine.text(json, head, entry);
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long start = channel.position();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      // A full disk must not leave half a line in front of the next whole one.
      channel.truncate(start).position(start);
      throw e;
    }
    head = new LedgerHead(head.seq() + 1, line.substring(line.length() - 66, line.length() - 2));
  }

  void force() throws IOException {
    channel.force(false);
  }

  LedgerHead head() {
    return head;
  }

  private void rotateIfFull() throws IOException {
    if (channel.position() < maxBytes) {
      return;
    }
    channel.force(true);
    Path next = folder.after(path);
    FileChannel opened = open(next);
    channel.close();
    path = next;
    channel = opened;
  }

  @Override
  public void close() throws IOException {
    try (FileChannel ending = channel;
        FileChannel locked = lockChannel) {
      ending.force(true);
      locked.truncate(0);
    }
  }
}

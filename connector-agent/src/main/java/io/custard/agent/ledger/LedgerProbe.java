package io.custard.agent.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a ledger could be kept in a folder, found out without touching one that is there. */
public final class LedgerProbe {
  private static final int BYTES = 4 * 1024;

  private LedgerProbe() {}

  /**
   * Makes the folder if needed, and writes a file to disk that is gone afterwards; an agent that
   * writes its ledger there is not disturbed.
   *
   * @return the bytes that are left for the folder's owner
   */
  public static long write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path probe = Files.createTempFile(folder, ".check-", ".tmp");
    try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } finally {
      Files.deleteIfExists(probe);
    }
    return Files.getFileStore(folder).getUsableSpace();
  }
}

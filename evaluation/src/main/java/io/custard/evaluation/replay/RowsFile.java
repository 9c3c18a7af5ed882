package io.custard.evaluation.replay;

import io.custard.evaluation.replay.StatementReplay.Done;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Recorded;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The file of lines that a replay writes: spooled as they come about, written in their order. */
final class RowsFile implements AutoCloseable {
  private final Path out;
  private final Path folder;
  private final List<Spool> spools = new ArrayList<>();
  private final Spool leftOut;
  private final Done[] lines;

  private RowsFile(Path out, Path folder, int count, int spools) throws IOException {
    this.out = out;
    this.folder = folder;
    this.lines = new Done[count];
    this.leftOut = new Spool(folder.resolve("left"));
    for (int i = 0; i < spools; i++) {
      this.spools.add(new Spool(folder.resolve("spool-" + i)));
    }
  }

  /**
   * Fails at once when nothing can be written there.
   *
   * @param spools how many lines come about at the same time
   */
  static RowsFile open(Path out, int count, int spools) throws IOException {
    Files.write(out, new byte[0]);
    Path beside = Objects.requireNonNull(out.toAbsolutePath().getParent());
    return new RowsFile(out, Files.createTempDirectory(beside, ".rows"), count, spools);
  }

  List<Spool> spools() {
    return List.copyOf(spools);
  }

  void add(Done done) {
    lines[done.result().statement().position()] = done;
  }

  /** A statement that was not run. */
  void add(Recorded statement, Outcome.Failed why) throws IOException {
    leftOut.begin(statement);
    add(new Done(Result.ofNone(statement, why), leftOut.end(statement, why)));
  }

  List<Result> write() throws IOException {
    try (FileChannel target =
        FileChannel.open(out, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      for (Done line : lines) {
        line.line().copyTo(target);
      }
    }
    return Arrays.stream(lines).map(Done::result).toList();
  }

  @Override
  public void close() throws IOException {
    leftOut.close();
    for (Spool spool : spools) {
      spool.close();
    }
    Files.deleteIfExists(folder);
  }
}

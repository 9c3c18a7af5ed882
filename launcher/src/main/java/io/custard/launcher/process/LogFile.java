package io.custard.launcher.process;

import io.custard.launcher.home.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The log of one process. The one of the run before is kept beside it. */
public record LogFile(Path path) {
  /** What a JVM prints while it saves its start-up cache, which says nothing about the program. */
  private static final Pattern OF_THE_CACHE =
      Pattern.compile("\\]\\[(aot|cds)|AOTConfiguration|AOTCache|AOT cache|AOT configuration");

  private static final int TAIL_BYTES = 32 * 1024;

  /** Puts the log of the run before aside. */
  void begin() throws IOException {
    Files.createDirectories(PrivateFiles.directoryOf(path));
    if (Files.exists(path)) {
      Path before = path.resolveSibling(path.getFileName() + ".1");
      Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines, oldest first; none when there is no log. */
  public List<String> tail(int lines) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> all =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !OF_THE_CACHE.matcher(line).find())
              .toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}

package io.custard.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what a test run left in the temporary directory. */
final class TemporaryFiles {
  private TemporaryFiles() {}

  /** Deletes as much as it can; a file that is still written to is no reason to fail a test run. */
  static void delete(Path directory) {
    for (Path path : deepestFirst(directory)) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static List<Path> deepestFirst(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

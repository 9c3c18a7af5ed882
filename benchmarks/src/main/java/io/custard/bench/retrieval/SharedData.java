package io.custard.bench.retrieval;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The databases and questions that lie beside the checkout, in {@code shared/eval}. */
record SharedData(Path folder) {
  private static final Path SHARED = Path.of("shared", "eval");
  private static final int DEPTH = 3;

  static SharedData find(Path home) throws IOException {
    for (@Nullable Path folder = home; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(SHARED))) {
        return new SharedData(folder.resolve(SHARED));
      }
    }
    throw new NoSuchFileException(SHARED.toString(), null, "not beside " + home);
  }

  /** Each lies in a folder of its own name, with its questions. */
  List<Path> databases() throws IOException {
    return files(folder.resolve("sets"), "*.sqlite");
  }

  /** Databases of which there are but the names, in JSON. */
  List<Path> namesOnly() throws IOException {
    return files(folder.resolve("parse_only"), "*/schemas/*.json");
  }

  private static List<Path> files(Path root, String glob) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:**/" + glob);
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files.filter(matcher::matches).sorted().toList();
    }
  }
}

package io.custard.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The statements under {@code src/test/resources/corpus}, one per line. */
final class Corpus {
  private Corpus() {}

  static List<String> lines(String file) {
    try {
      String text =
          Files.readString(Path.of("src/test/resources/corpus", file), StandardCharsets.UTF_8);
      return List.of(text.split("\n", -1)).stream()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

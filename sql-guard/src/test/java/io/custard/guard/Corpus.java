package io.custard.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The statements under {@code src/test/resources/corpus/<label>/<dialect>.sql}, one per line;
 * {@code ⏎} stands for a line feed and {@code ␍} for a carriage return. A line of {@code reject}
 * starts with the expected code.
 */
final class Corpus {
  private static final Map<Dialect, SqlGuard> GUARDS = new EnumMap<>(Dialect.class);

  private Corpus() {}

  static List<String> lines(String label, Dialect dialect) {
    Path file =
        Path.of(
            "src/test/resources/corpus", label, dialect.name().toLowerCase(Locale.ROOT) + ".sql");
    try {
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> line.replace('⏎', '\n').replace('␍', '\r'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized SqlGuard guard(Dialect dialect) {
    return GUARDS.computeIfAbsent(dialect, d -> new SqlGuard(d, GuardLimits.defaults()));
  }
}

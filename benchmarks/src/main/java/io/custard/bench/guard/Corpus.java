package io.custard.bench.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.Json;
import io.custard.guard.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Labelled statements: the large collection that may lie beside the checkout, else those of the
 * guard's own tests.
 *
 * @param source {@code shared} or {@code own}
 */
public record Corpus(String source, List<Labelled> statements) {
  private static final Path SHARED = Path.of("shared", "corpora", "guard-dev.jsonl");
  private static final Path OWN = Path.of("sql-guard", "src", "test", "resources", "corpus");

  public Corpus {
    statements = List.copyOf(statements);
  }

  static Corpus find(Path home) throws IOException {
    Optional<Path> shared = shared(home);
    return shared.isPresent()
        ? new Corpus("shared", readShared(shared.get()))
        : new Corpus("own", own(home));
  }

  private static Optional<Path> shared(Path home) {
    for (@Nullable Path folder = home; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(SHARED))) {
        return Optional.of(folder.resolve(SHARED));
      }
    }
    return Optional.empty();
  }

  private static List<Labelled> readShared(Path file) throws IOException {
    List<Labelled> statements = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode fields = Json.MAPPER.readTree(line);
      Dialect dialect = Dialect.of(fields.path("dialect").textValue()).orElseThrow();
      boolean isRead = fields.path("label").textValue().equals("accept");
      statements.add(
          new Labelled(
              dialect, fields.path("sql").textValue(), isRead, fields.path("why").asText()));
    }
    return statements;
  }

  /** The statements of the guard's own tests; none for a dialect without any. */
  public static List<Labelled> own(Path home) throws IOException {
    List<Labelled> statements = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      String file = dialect.name().toLowerCase(Locale.ROOT) + ".sql";
      for (String line : lines(home.resolve(OWN).resolve("accept").resolve(file))) {
        statements.add(new Labelled(dialect, line, true, ""));
      }
      for (String line : lines(home.resolve(OWN).resolve("reject").resolve(file))) {
        // The expected code stands before the statement.
        String sql = line.substring(line.indexOf(' ') + 1);
        statements.add(new Labelled(dialect, sql, false, ""));
      }
    }
    return statements;
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("# "))
        .map(line -> line.replace('⏎', '\n').replace('␍', '\r'))
        .toList();
  }
}

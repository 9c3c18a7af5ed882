package io.custard.conversation;

import io.custard.guard.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One follow-up of the data files: a block of lines {@code key: value}.
 *
 * @param file which file it is of, that is, which schema it is about
 * @param says the follow-up
 * @param previous the statement before, by dialect
 * @param expected what comes of it, by dialect: a statement, or what {@link Conversation} writes
 */
record Dialogue(
    String file, String says, Map<Dialect, String> previous, Map<Dialect, String> expected) {
  private static final Path FOLDER = Path.of("src/test/resources/dialogues");

  static List<Dialogue> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Dialogue> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String schema = file.getFileName().toString().replace(".txt", "");
        String text = Files.readString(file).replaceAll("(?m)^#.*\n", "");
        for (String block : text.split("\n\n+", -1)) {
          if (!block.isBlank()) {
            all.add(dialogue(schema, block));
          }
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // "sql" and "gives" are PostgreSQL's.
  private static Dialogue dialogue(String schema, String block) {
    Map<String, String> lines = new LinkedHashMap<>();
    block
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.put(line.split(": ", 2)[0], line.split(": ", 2)[1].strip()));
    Map<Dialect, String> previous = new LinkedHashMap<>();
    Map<Dialect, String> expected = new LinkedHashMap<>();
    for (Dialect dialect :
        List.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.SQLITE, Dialect.DUCKDB)) {
      String name =
          dialect == Dialect.POSTGRESQL ? "" : dialect.name().toLowerCase(Locale.ROOT) + " ";
      String gives = lines.get(name + "gives");
      if (gives != null) {
        previous.put(dialect, lines.getOrDefault(name + "sql", lines.get("sql")));
        expected.put(dialect, gives);
      }
    }
    return new Dialogue(schema, lines.get("says"), previous, expected);
  }

  @Override
  public String toString() {
    return file + ": " + says;
  }
}

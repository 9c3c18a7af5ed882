package io.custard.agent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a ledger: {@code ledger-000001.jsonl} and on, in one folder that belongs to one
 * agent at a time.
 */
record LedgerFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("ledger-(\\d{6,9})\\.jsonl");

  /** All files, oldest first. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  Optional<Path> last() throws IOException {
    List<Path> files = files();
    return files.isEmpty() ? Optional.empty() : Optional.of(files.getLast());
  }

  Path first() {
    return named(1);
  }

  /** The file to go on in after {@code file}. */
  Path after(Path file) {
    java.util.regex.Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException("not a ledger's file");
    }
    return named(Long.parseLong(name.group(1)) + 1);
  }

  Path lock() {
    return path.resolve("ledger.lock");
  }

  private Path named(long number) {
    return path.resolve("ledger-%06d.jsonl".formatted(number));
  }
}

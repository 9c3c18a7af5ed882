package io.custard.testkit.guard;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements of a dialect that the guard must refuse: our own corpus, and the evaluation data
 * beside the checkout, which a user's clone does not have. A line of ours is a code, a blank and a
 * statement, in which {@code ⏎} stands for a line feed and {@code ␍} for a carriage return.
 */
public final class Rejects {
  private static final Path OWN = Path.of("sql-guard/src/test/resources/corpus/reject");
  private static final Path SHARED = Path.of("shared/corpora/guard-dev.jsonl");

  /** Sent to real servers, all of them take minutes: the short form of the tests sends a part. */
  private static final int STEP = Boolean.getBoolean("custard.long") ? 1 : 4;

  private Rejects() {}

  /**
   * Every statement once, our own first; unless {@code custard.long} is true, every fourth of them.
   * Says on standard output what is not there.
   */
  public static List<String> of(String dialect) {
    Set<String> statements = new LinkedHashSet<>(own(dialect));
    statements.addAll(shared(dialect));
    List<String> all = List.copyOf(statements);
    return IntStream.iterate(0, i -> i < all.size(), i -> i + STEP).mapToObj(all::get).toList();
  }

  private static List<String> own(String dialect) {
    return above(OWN.resolve(dialect + ".sql")).map(Rejects::lines).orElse(List.of()).stream()
        .filter(line -> !line.startsWith("# "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .map(text -> text.replace('⏎', '\n').replace('␍', '\r'))
        .toList();
  }

  private static List<String> shared(String dialect) {
    return above(SHARED).map(Rejects::lines).orElse(List.of()).stream()
        .map(JsonObject::new)
        .filter(line -> line.getString("dialect").equals(dialect))
        .filter(line -> line.getString("label").equals("reject"))
        .map(line -> line.getString("sql"))
        .toList();
  }

  /** Looks in the working directory and in every directory above it. */
  @SuppressWarnings("SystemOut")
  private static Optional<Path> above(Path relative) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve(relative))
            .filter(Files::isRegularFile)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("There is no " + relative + "; the test goes on without it.");
    }
    return found;
  }

  /** Only a line feed ends a line: a statement may hold any other control character. */
  private static List<String> lines(Path file) {
    try {
      return Stream.of(Files.readString(file).split("\n", -1))
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

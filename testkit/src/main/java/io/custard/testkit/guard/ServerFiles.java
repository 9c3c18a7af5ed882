package io.custard.testkit.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that a statement could have made or changed. */
public final class ServerFiles {
  private static final Pattern QUOTED_PATH = Pattern.compile("['\"](/[\\w./ -]+)['\"]");

  private ServerFiles() {}

  /** Every absolute path that the statements name in quotes: whether it is there, and its size. */
  public static List<String> named(List<String> statements) {
    return statements.stream()
        .flatMap(statement -> QUOTED_PATH.matcher(statement).results())
        .map(MatchResult::group)
        .map(quoted -> quoted.substring(1, quoted.length() - 1))
        .filter(path -> !path.startsWith("/proc") && !path.startsWith("/dev"))
        .distinct()
        .map(path -> path + " " + size(Path.of(path)))
        .toList();
  }

  /**
   * The names of all files below a directory, but for those the server itself comes and goes with.
   */
  public static List<String> below(Path directory, Predicate<String> ofTheServer) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> directory.relativize(file).toString())
          .filter(ofTheServer.negate())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String size(Path path) {
    try {
      return Files.isRegularFile(path) ? Long.toString(Files.size(path)) : "no file";
    } catch (IOException e) {
      return "not readable";
    }
  }
}

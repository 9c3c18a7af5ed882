package io.custard.testkit.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files that a statement could have made or changed. */
public final class ServerFiles {
  private static final Pattern QUOTED_PATH = Pattern.compile("['\"]([^'\"\\s\\x00]{1,200})['\"]");

  private ServerFiles() {}

  /**
   * Everything the statements have in quotes, taken for a path: whether it is there, and its size
   * and time. What the kernel makes up as it is read does not count.
   */
  public static List<String> named(List<String> statements) {
    return statements.stream()
        .flatMap(statement -> QUOTED_PATH.matcher(statement).results())
        .map((MatchResult quoted) -> quoted.group(1))
        .filter(path -> !path.startsWith("/proc") && !path.startsWith("/dev"))
        .distinct()
        .map(path -> path + " " + state(Path.of(path)))
        .toList();
  }

  /** The names of all files below a directory, but for some that come and go. */
  public static List<String> below(Path directory, Predicate<String> comesAndGoes) {
    return walk(directory, comesAndGoes, (name, file) -> name);
  }

  /** Names and sums of the files below a directory, but for some. */
  public static List<String> contents(Path directory, Predicate<String> unread) {
    return walk(directory, unread, (name, file) -> name + " " + sum(file));
  }

  private static List<String> walk(Path directory, Predicate<String> left, Line line) {
    List<String> lines = new ArrayList<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = directory.relativize(file).toString();
            if (!left.test(name)) {
              lines.add(line.of(name, file));
            }
            return FileVisitResult.CONTINUE;
          }

          /** A server's own files may go while somebody looks. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        };
    try {
      Files.walkFileTree(directory, visitor);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Line {
    String of(String name, Path file) throws IOException;
  }

  private static String state(Path path) {
    try {
      return Files.isRegularFile(path)
          ? Files.size(path) + " " + Files.getLastModifiedTime(path)
          : Files.exists(path) ? "no file" : "not there";
    } catch (IOException e) {
      return "not readable";
    }
  }

  private static String sum(Path file) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

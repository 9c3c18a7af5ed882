package io.custard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The directory a server works in: the caller's, or a temporary one that goes with the server. */
record ServerDirectory(Path path, boolean temporary) {

  /** Creates the given directory, or a temporary one when none is given. */
  static ServerDirectory of(@Nullable Path given, String server) {
    try {
      return given == null
          ? new ServerDirectory(Files.createTempDirectory("custard-" + server + "-"), true)
          : new ServerDirectory(Files.createDirectories(given.toAbsolutePath()), false);
    } catch (IOException e) {
      throw new ServerStartException(
          "The directory for " + server + " cannot be made: " + given, e);
    }
  }

  /** Deletes a temporary directory; the caller's own stays. */
  void release() {
    if (temporary) {
      delete(path);
    }
  }

  static void delete(Path directory) {
    try {
      Files.walkFileTree(directory, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete " + directory, e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}

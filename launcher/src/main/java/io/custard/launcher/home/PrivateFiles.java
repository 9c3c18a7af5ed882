package io.custard.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files only their owner can read, replaced whole so that a reader never sees half of one. */
public final class PrivateFiles {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  public static void write(Path file, String text) {
    try {
      Path directory = createDirectory(directoryOf(file));
      // Temporary files are readable by their owner only.
      Path fresh = Files.createTempFile(directory, file.getFileName().toString(), ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + file, e);
    }
  }

  /** The directory a file is in. */
  public static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "every file here is in a directory");
  }

  /** Creates the directory and its parents, closed to everybody else. */
  public static Path createDirectory(Path directory) {
    try {
      return Files.createDirectories(directory, OWNER_ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not create " + directory, e);
    }
  }
}

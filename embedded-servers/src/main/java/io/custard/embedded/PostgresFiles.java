package io.custard.embedded;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files around a PostgreSQL data directory that we write or repair ourselves. */
final class PostgresFiles {
  private static final String PASSWORD_ONLY_FROM_LOOPBACK =
      """
      # Written at every start: nobody gets in without a password, nobody from elsewhere.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private PostgresFiles() {}

  /** The superuser's password in a file only we can read, as {@code initdb} wants it. */
  static Path passwordFile(String password) throws IOException {
    Path file =
        Files.createTempFile(
            "custard-pg",
            ".pw",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return file;
  }

  /** Replaces the trust in every local user that {@code initdb} was told to write. */
  static void requirePasswords(Path dataDirectory) {
    try {
      Files.writeString(dataDirectory.resolve("pg_hba.conf"), PASSWORD_ONLY_FROM_LOOPBACK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes programs whose unpacking was cut short by a kill: the library would go on over them and
   * fail for ever. One that another process is unpacking right now is locked and left alone.
   */
  static void deleteHalfUnpacked(Path binaries) throws IOException {
    if (!Files.isDirectory(binaries)) {
      return;
    }
    try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(binaries, "PG-*")) {
      for (Path directory : unpacked) {
        if (!Files.exists(directory.resolve(".exists")) && isUnlocked(directory)) {
          ServerDirectory.delete(directory);
        }
      }
    }
  }

  private static boolean isUnlocked(Path directory) throws IOException {
    Path lockFile = directory.resolve("epg-lock");
    if (!Files.exists(lockFile)) {
      return true;
    }
    try (FileOutputStream stream = new FileOutputStream(lockFile.toFile());
        FileLock lock = stream.getChannel().tryLock()) {
      return lock != null;
    } catch (java.nio.channels.OverlappingFileLockException e) {
      return false;
    }
  }
}

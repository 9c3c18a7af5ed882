package io.custard.launcher.process;

import io.custard.launcher.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM remembers of an earlier run of the same jars, so that the next start takes a third of
 * the time. Recorded by the first run that ends normally, used by all later ones; named by a hash
 * of the jars and the JVM, because a cache of others would be ignored. A cache is never a reason to
 * fail.
 */
public final class AotCache {
  private static final int HASH_CHARACTERS = 16;

  private final String name;
  private final Path file;
  private final boolean recorded;
  private final boolean mayRecord;

  private AotCache(String name, Path file, boolean mayRecord) {
    this.name = name;
    this.file = file;
    this.recorded = Files.exists(file);
    this.mayRecord = mayRecord;
  }

  /** The cache of the application whose jars are in this directory and below. */
  public static AotCache of(Path caches, String name, Path application) {
    return new AotCache(name, caches.resolve(name + "-" + hash(application) + ".aot"), true);
  }

  /** The same, used when it is there and never written. */
  AotCache readOnly() {
    return new AotCache(name, file, false);
  }

  /** Whether a normal end of the process will write the cache, which takes some seconds. */
  boolean isRecording() {
    return mayRecord && !recorded;
  }

  List<String> flags() {
    if (recorded) {
      return List.of("-XX:AOTCache=" + file);
    }
    return mayRecord ? List.of("-XX:AOTCacheOutput=" + fresh()) : List.of();
  }

  private Path fresh() {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** Takes over what the ended process recorded, and forgets the caches of other builds. */
  void keep() {
    try {
      if (isRecording() && Files.exists(fresh())) {
        Files.move(fresh(), file, StandardCopyOption.REPLACE_EXISTING);
        deleteOthers();
      }
    } catch (IOException e) {
      discard();
    }
  }

  /** Drops a recording of a run that did not get far. */
  void discard() {
    if (!isRecording()) {
      return;
    }
    try {
      Files.deleteIfExists(fresh());
      Files.deleteIfExists(fresh().resolveSibling(fresh().getFileName() + ".config"));
    } catch (IOException e) {
      // The next recording writes over it.
    }
  }

  private void deleteOthers() throws IOException {
    String pattern = name + "-" + "?".repeat(HASH_CHARACTERS) + ".aot*";
    try (DirectoryStream<Path> caches =
        Files.newDirectoryStream(PrivateFiles.directoryOf(file), pattern)) {
      for (Path cache : caches) {
        if (!cache.equals(file)) {
          Files.deleteIfExists(cache);
        }
      }
    }
  }

  /** Names, sizes and times are enough: the JVM itself compares them once more. */
  private static String hash(Path application) {
    try (Stream<Path> files = Files.walk(application)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
      for (Path jar : files.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
        String line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not look into " + application, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }
}

package io.custard.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The mails a sink received, a file each, so that other processes read them too: the latest five
 * hundred. Their links open accounts, so only the owner may read the directory.
 */
public final class MailDirectory {
  private static final int KEPT = 500;
  private static final long LOOK_MILLIS = 50;

  private final Path directory;
  private final AtomicLong last = new AtomicLong();

  /** Nothing is made before a mail is kept. */
  public MailDirectory(Path directory) {
    this.directory = directory;
  }

  void keep(MimeMessage message) throws MessagingException {
    try {
      OwnerOnly.createDirectories(directory);
      long name = last.updateAndGet(before -> Math.max(before + 1, System.currentTimeMillis()));
      Path fresh = Files.createTempFile(directory, "mail", ".new");
      try (OutputStream file = Files.newOutputStream(fresh)) {
        message.writeTo(file);
      }
      Files.move(fresh, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      forgetOld();
    } catch (IOException e) {
      throw new UncheckedIOException("A mail could not be kept in " + directory, e);
    }
  }

  private void forgetOld() throws IOException {
    List<Path> all = files();
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      Files.deleteIfExists(old);
    }
  }

  /** Everything to this address, oldest first. */
  public List<SinkMail> all(String to) {
    try {
      return files().stream()
          .map(MailDirectory::read)
          .flatMap(Optional::stream)
          .filter(mail -> mail.to().contains(to))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many mails came to this address, and hands out the last. */
  public SinkMail await(String to, int count, Duration deadline) {
    long end = System.nanoTime() + deadline.toNanos();
    while (System.nanoTime() < end) {
      List<SinkMail> found = all(to);
      if (found.size() >= count) {
        return found.getLast();
      }
      pause();
    }
    throw new IllegalStateException("No mail to " + to + " within " + deadline);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** By their names, which are times. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(directory)) {
      return inside
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** None when it was removed meanwhile. */
  private static Optional<SinkMail> read(Path file) {
    try {
      return Optional.of(SinkMail.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

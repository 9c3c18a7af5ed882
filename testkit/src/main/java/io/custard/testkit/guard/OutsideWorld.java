package io.custard.testkit.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What statements that run in this process must leave alone: some folders with all their files, the
 * working directory, every file that a statement names, and the network. Addresses in the
 * statements are turned to a port of this machine that counts who comes.
 */
public final class OutsideWorld implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(?<=://)[^/'\"\\s]+");
  private static final Pattern NAMED_FILE = Pattern.compile("['\"]([^'\"\\s]{1,200})['\"]");

  private final ServerSocket port;
  private final AtomicInteger visitors = new AtomicInteger();
  private final List<String> statements;
  private final List<Path> folders;
  private final Map<String, String> before;

  public OutsideWorld(List<String> statements, Path... folders) throws IOException {
    this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::count);
    String here = "127.0.0.1:" + port.getLocalPort();
    this.statements =
        statements.stream()
            .map(text -> ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement(here)))
            .toList();
    this.folders = List.of(folders);
    this.before = state();
  }

  /** The statements to send. */
  public List<String> statements() {
    return statements;
  }

  public void assertUntouched() throws IOException {
    assertThat(state()).as("files").isEqualTo(before);
    assertThat(visitors.get()).as("connections").isZero();
  }

  private void count() {
    while (!port.isClosed()) {
      try {
        Socket visitor = port.accept();
        visitors.incrementAndGet();
        visitor.close();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    for (Path folder : folders) {
      Files.walkFileTree(folder, new Visitor(state));
    }
    Files.walkFileTree(Path.of("").toAbsolutePath(), new Visitor(state));
    for (Path named : namedFiles()) {
      state.put(named.toString(), Files.exists(named) ? modified(named) : "not there");
    }
    return state;
  }

  private List<Path> namedFiles() {
    List<Path> files = new ArrayList<>();
    for (String statement : statements) {
      Matcher names = NAMED_FILE.matcher(statement);
      while (names.find()) {
        if (names.group(1).indexOf('\0') < 0) {
          files.add(Path.of(names.group(1)).toAbsolutePath());
        }
      }
    }
    return files;
  }

  private static String modified(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.getLastModifiedTime(file) + "" : "there";
  }

  private static String sum(Path file) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
  }

  /** Everything but what the build itself writes. */
  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<String, String> state;

    Visitor(Map<String, String> state) {
      this.state = state;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.getFileName().toString().equals("target")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      state.put(file.toString(), sum(file));
      return FileVisitResult.CONTINUE;
    }
  }
}

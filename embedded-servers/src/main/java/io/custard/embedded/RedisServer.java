package io.custard.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server on loopback that asks for a password. Its configuration goes in through standard
 * input, so the password is neither in a file nor in the process list.
 */
public final class RedisServer implements AutoCloseable {
  /** What {@code setsid} exits with when the program cannot be executed. */
  private static final int CANNOT_EXECUTE = 126;

  private static final int BUSY_RETRIES = 20;
  private static final long BUSY_MILLIS = 50;

  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final int POLL_MILLIS = 20;

  private final RedisSettings settings;
  private final ReservedPort port;
  private final ServerDirectory directory;
  private volatile Process process;

  private RedisServer(RedisSettings settings, ReservedPort port, ServerDirectory directory)
      throws IOException {
    this.settings = settings;
    this.port = port;
    this.directory = directory;
    this.process = run();
  }

  public static RedisServer start(RedisSettings settings) {
    return ReservedPort.attempt(settings.port(), port -> start(settings, port));
  }

  static RedisServer start(RedisSettings settings, ReservedPort port) {
    ServerDirectory directory = ServerDirectory.of(settings.directory(), "redis");
    try {
      RedisServer server = new RedisServer(settings, port, directory);
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      directory.release();
      throw new ServerStartException("Redis did not start: " + e.getMessage(), e);
    }
  }

  /** Whether its process lives; it may be starting. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** How its process ended; only asked when it did. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Starts it anew at the same address, without what it held in memory, after it died. */
  public void startAgain() {
    if (isAlive()) {
      throw new IllegalStateException("Redis still runs");
    }
    try {
      process = run();
    } catch (IOException e) {
      throw new ServerStartException("Redis did not start: " + e.getMessage(), e);
    }
  }

  private Process run() throws IOException {
    Process started = launch(settings, directory.path(), port.number());
    for (int again = 0; again < BUSY_RETRIES && isBusy(started); again++) {
      started = launch(settings, directory.path(), port.number());
    }
    return started;
  }

  /**
   * A program that was just written cannot be started while any process has it open for writing,
   * and a child that another thread forks meanwhile has, until it becomes its own program.
   */
  private static boolean isBusy(Process process) {
    try {
      return process.waitFor(BUSY_MILLIS, TimeUnit.MILLISECONDS)
          && process.exitValue() == CANNOT_EXECUTE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Process launch(RedisSettings settings, Path directory, int port)
      throws IOException {
    Path program = ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toPath();
    Redirect output =
        settings.log() == null ? Redirect.DISCARD : Redirect.appendTo(settings.log().toFile());
    Process process =
        new ProcessBuilder(OwnSession.of(List.of(program.toAbsolutePath().toString(), "-")))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(configuration(settings, directory, port).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (!isBusy(process)) {
        throw e;
      }
    }
    return process;
  }

  private static String configuration(RedisSettings settings, Path directory, int port) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    maxmemory 256mb
    maxmemory-policy noeviction
    appendonly no
    dir "%s"
    dbfilename %s
    save %s
    """
        .formatted(
            port,
            settings.password(),
            directory,
            settings.keep() ? "kept.rdb" : "unused.rdb",
            settings.keep() ? "60 1" : "\"\"");
  }

  private void awaitAnswer() {
    long giveUp = System.nanoTime() + START_LIMIT.toNanos();
    while (!RedisPing.answers(port(), settings.password())) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        close();
        throw new ServerStartException(
            "Redis did not answer on port %d within %d s; see its log"
                .formatted(port(), START_LIMIT.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerStartException("Waiting for Redis was interrupted", e);
    }
  }

  public int port() {
    return port.number();
  }

  public long pid() {
    return process.pid();
  }

  /** The address with its password, as clients take it. */
  public String url() {
    return "redis://:" + settings.password() + "@127.0.0.1:" + port();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    port.close();
    directory.release();
  }
}

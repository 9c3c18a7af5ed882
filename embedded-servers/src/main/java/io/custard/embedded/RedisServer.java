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

  private final Process process;
  private final int port;
  private final String password;
  private final ServerDirectory directory;

  private RedisServer(Process process, int port, String password, ServerDirectory directory) {
    this.process = process;
    this.port = port;
    this.password = password;
    this.directory = directory;
  }

  public static RedisServer start(RedisSettings settings) {
    ServerDirectory directory = ServerDirectory.of(settings.directory(), "redis");
    int port = FreePort.preferring(settings.port());
    try {
      Process process = launch(settings, directory.path(), port);
      for (int again = 0; again < BUSY_RETRIES && isBusy(process); again++) {
        process = launch(settings, directory.path(), port);
      }
      RedisServer server = new RedisServer(process, port, settings.password(), directory);
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      directory.release();
      throw new ServerStartException("Redis did not start: " + e.getMessage(), e);
    }
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
    maxmemory 64mb
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
    while (!RedisPing.answers(port, password)) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        close();
        throw new ServerStartException(
            "Redis did not answer on port %d within %d s; see its log"
                .formatted(port, START_LIMIT.toSeconds()));
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
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** The address with its password, as clients take it. */
  public String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
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
    directory.release();
  }
}

package io.custard.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link RedisServer} is started.
 *
 * @param directory for its program and data; null: temporary, gone when the server is closed
 * @param port 0: a free one
 * @param keep whether data outlives a stop
 * @param log null: its output is dropped
 */
public record RedisSettings(
    @Nullable Path directory, int port, String password, boolean keep, @Nullable Path log) {

  /** Starts empty each time, and works in this directory. */
  public static RedisSettings in(Path directory, String password) {
    return new RedisSettings(directory, 0, password, false, null);
  }

  public static RedisSettings temporary() {
    return new RedisSettings(null, 0, Secrets.password(), false, null);
  }

  public RedisSettings onPort(int wanted) {
    return new RedisSettings(directory, wanted, password, keep, log);
  }

  public RedisSettings keepingData() {
    return new RedisSettings(directory, port, password, true, log);
  }

  public RedisSettings logTo(Path file) {
    return new RedisSettings(directory, port, password, keep, file);
  }

  @Override
  public String toString() {
    return "RedisSettings[directory=" + directory + ", port=" + port + "]";
  }
}

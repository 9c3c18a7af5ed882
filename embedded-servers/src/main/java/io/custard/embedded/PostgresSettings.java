package io.custard.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link PostgresServer} is started.
 *
 * @param directory for the data; null: temporary, gone when the server is closed
 * @param port 0: a free one
 * @param password of the superuser {@code postgres}; set when the data directory is first made
 * @param durable whether commits survive a crash of the machine; a crash of the server they always
 *     do
 * @param log null: to the JVM's own log
 * @param binaries where the server's programs are unpacked; null: the temporary directory
 */
public record PostgresSettings(
    @Nullable Path directory,
    int port,
    String password,
    boolean durable,
    @Nullable Path log,
    @Nullable Path binaries) {

  /** Keeps its data in the directory, under this superuser password ever after. */
  public static PostgresSettings in(Path directory, String password) {
    return new PostgresSettings(directory, 0, password, true, null, null);
  }

  /** Forgets everything when closed and is as fast as it can be. */
  public static PostgresSettings temporary() {
    return new PostgresSettings(null, 0, Secrets.password(), false, null, null);
  }

  public PostgresSettings onPort(int wanted) {
    return new PostgresSettings(directory, wanted, password, durable, log, binaries);
  }

  public PostgresSettings logTo(Path file) {
    return new PostgresSettings(directory, port, password, durable, file, binaries);
  }

  public PostgresSettings unpackTo(Path programs) {
    return new PostgresSettings(directory, port, password, durable, log, programs);
  }

  public PostgresSettings withoutSync() {
    return new PostgresSettings(directory, port, password, false, log, binaries);
  }

  @Override
  public String toString() {
    return "PostgresSettings[directory=" + directory + ", port=" + port + "]";
  }
}

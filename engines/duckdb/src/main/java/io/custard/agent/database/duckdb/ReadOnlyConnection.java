package io.custard.agent.database.duckdb;

import io.custard.agent.database.file.FileFailures;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * Opens a file so that a statement reaches that file only, to read it, and can change no setting.
 *
 * <p>Without {@code enable_external_access = false} a read-only database still copies to files and
 * reads any file of the machine; with it the file system, extensions and the network are closed.
 * Nothing is spilled to a temporary folder, so memory is what the limit says. {@code
 * lock_configuration} comes last: the settings hold for the whole life of the database, which is as
 * long as one of its connections is open.
 */
final class ReadOnlyConnection {
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("duckdb.read_only", "true"),
          Map.entry("access_mode", "READ_ONLY"),
          Map.entry("enable_external_access", "false"),
          Map.entry("autoinstall_known_extensions", "false"),
          Map.entry("autoload_known_extensions", "false"),
          Map.entry("allow_community_extensions", "false"),
          Map.entry("allow_unsigned_extensions", "false"),
          Map.entry("allow_persistent_secrets", "false"),
          Map.entry("memory_limit", "256MiB"),
          Map.entry("threads", "2"),
          Map.entry("temp_directory", ""),
          Map.entry("max_temp_directory_size", "0B"),
          Map.entry("jdbc_stream_results", "true"),
          Map.entry("lock_configuration", "true"));

  private ReadOnlyConnection() {}

  /** The caller closes it. */
  static DuckDBConnection open(Path file) throws SQLException {
    FileFailures.check(file);
    if (file.toString().indexOf(';') >= 0) {
      throw FileFailures.unavailable(file, "the driver takes no path with a semicolon");
    }
    Properties settings = new Properties();
    settings.putAll(SETTINGS);
    return (DuckDBConnection)
        new org.duckdb.DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
  }
}

package io.custard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every way of asking takes. */
final class QueryOptions {
  @Option(names = "--json", description = "Print one JSON line instead of a table.")
  private boolean json;

  @Option(
      names = "--connection",
      paramLabel = "ID",
      description = "The connection to ask; the running stack's own by default.")
  private @Nullable String connection;

  boolean json() {
    return json;
  }

  @Nullable String connection() {
    return connection;
  }
}

package io.custard.agent.database.duckdb;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Set;

/** The registration of DuckDB; its DB_URL is {@code duckdb:///absolute/path.db}. */
public final class DuckEngine implements DatabaseEngine {
  @Override
  public Set<String> schemes() {
    return Set.of("duckdb");
  }

  @Override
  public int defaultPort() {
    return NO_PORT;
  }

  @Override
  public Database open(Vertx vertx, DatabaseAddress address, int maxSessions) {
    return new DuckDatabase(vertx, Path.of(address.name()).toAbsolutePath());
  }
}

package io.custard.agent.database.sqlite;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Set;

/** The registration of SQLite; its DB_URL is {@code sqlite:///absolute/path.db}. */
public final class SqliteEngine implements DatabaseEngine {
  @Override
  public Set<String> schemes() {
    return Set.of("sqlite");
  }

  @Override
  public int defaultPort() {
    return NO_PORT;
  }

  @Override
  public Database open(Vertx vertx, DatabaseAddress address, int maxSessions) {
    return new SqliteDatabase(vertx, Path.of(address.name()).toAbsolutePath());
  }
}

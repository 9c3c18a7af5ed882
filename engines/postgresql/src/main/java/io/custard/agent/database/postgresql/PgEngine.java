package io.custard.agent.database.postgresql;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.vertx.core.Vertx;
import java.util.Set;

/** The registration of PostgreSQL. */
public final class PgEngine implements DatabaseEngine {
  private static final int PORT = 5432;

  @Override
  public Set<String> schemes() {
    return Set.of("postgresql", "postgres");
  }

  @Override
  public int defaultPort() {
    return PORT;
  }

  @Override
  public Database open(Vertx vertx, DatabaseAddress address, int maxSessions) {
    return new PgDatabase(vertx, address, maxSessions);
  }
}

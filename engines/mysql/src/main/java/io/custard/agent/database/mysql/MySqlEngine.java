package io.custard.agent.database.mysql;

import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.vertx.core.Vertx;
import java.util.Set;

/** The registration of MySQL and MariaDB; the server says itself which of both it is. */
public final class MySqlEngine implements DatabaseEngine {
  private static final int PORT = 3306;

  @Override
  public Set<String> schemes() {
    return Set.of("mysql", "mariadb");
  }

  @Override
  public int defaultPort() {
    return PORT;
  }

  @Override
  public Database open(Vertx vertx, DatabaseAddress address, int maxSessions) {
    return new MySqlDatabase(vertx, address, maxSessions);
  }
}

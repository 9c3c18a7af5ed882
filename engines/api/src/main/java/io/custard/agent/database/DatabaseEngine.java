package io.custard.agent.database;

import io.vertx.core.Vertx;
import java.util.Set;

/**
 * One kind of database, in a module of its own. It registers itself in {@code
 * META-INF/services/io.custard.agent.database.DatabaseEngine}; nothing else of the agent names it.
 * Needs a public constructor without parameters, and the native image's metadata for it.
 */
public interface DatabaseEngine {
  /** What {@link #defaultPort} answers for an engine whose databases are files. */
  int NO_PORT = 0;

  /** How a DB_URL of this engine begins, in lower case: {@code postgresql} for example. */
  Set<String> schemes();

  /**
   * The server's usual port, or {@link #NO_PORT}: then a database is a file of this machine, its
   * DB_URL is {@code scheme:/path}, and of its address only the name, the path, has a meaning.
   */
  int defaultPort();

  /**
   * Opens nothing yet; sessions come as they are needed.
   *
   * @param maxSessions for statements; a probe may have one more
   */
  Database open(Vertx vertx, DatabaseAddress address, int maxSessions);
}

package io.custard.agent.database;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The engines that this agent was built with. */
public final class DatabaseEngines {
  private DatabaseEngines() {}

  /** The engine whose DB_URL begins with this word. */
  public static Optional<DatabaseEngine> of(String scheme) {
    return all().stream().filter(engine -> engine.schemes().contains(scheme)).findFirst();
  }

  /** Every word that a DB_URL may begin with, sorted. */
  public static List<String> schemes() {
    return all().stream().flatMap(engine -> engine.schemes().stream()).sorted().toList();
  }

  /** By the interface's class loader: the thread's own may be one that sees less. */
  private static List<DatabaseEngine> all() {
    return ServiceLoader.load(DatabaseEngine.class, DatabaseEngine.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}

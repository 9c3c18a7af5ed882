package io.custard.launcher.stack;

import io.custard.embedded.PostgresServer;
import io.custard.launcher.home.LauncherException;
import io.custard.launcher.home.Passwords;
import io.custard.launcher.home.Progress;
import io.custard.launcher.sample.ReadOnlyRole;
import io.custard.launcher.sample.SampleDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The sample shop in a database of its own, and the role the agent reads it with. */
record SampleData(PostgresServer server, Passwords passwords, Progress progress) {
  private static final String DATABASE = "shop";
  private static final String READER = "custard_reader";

  /** Loads the shop unless it is there; returns the agent's address of it. */
  String ensure() {
    String password = passwords.of("shop-reader");
    try {
      server.createDatabase(DATABASE);
      try (Connection superuser = server.connect(DATABASE)) {
        if (!SampleDatabase.isLoaded(superuser)) {
          progress.say("Loading the sample shop (once)");
          SampleDatabase.load(superuser);
          progress.say("The sample shop is loaded");
        }
        ReadOnlyRole.create(superuser, READER, password);
      }
    } catch (SQLException | IOException e) {
      throw new LauncherException(
          "The sample shop could not be loaded: "
              + e.getMessage()
              + ". Delete .custard/data/postgres to begin anew.",
          e);
    }
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(READER, password, server.port(), DATABASE);
  }
}

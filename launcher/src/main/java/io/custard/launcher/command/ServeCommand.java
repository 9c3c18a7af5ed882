package io.custard.launcher.command;

import io.custard.launcher.seed.DatabaseUrl;
import io.custard.launcher.stack.StackOptions;
import java.io.IOException;
import java.util.Optional;

/** The stack without questions, until it is stopped: what {@code up} leaves in the background. */
final class ServeCommand {
  /** Holds a password at times, so it never is an argument. */
  static final String DATABASE_VARIABLE = "CUSTARD_LAUNCHER_DB";

  private final Surroundings surroundings;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  int run(int gateways) throws IOException {
    Optional<DatabaseUrl> database =
        Optional.ofNullable(System.getenv(DATABASE_VARIABLE)).map(DatabaseUrl::parse);
    return new RunStack(surroundings)
        .run(
            StackOptions.on(database, gateways),
            running -> {
              surroundings.progress().say("Custard is up");
              return running.untilStopped();
            });
  }
}

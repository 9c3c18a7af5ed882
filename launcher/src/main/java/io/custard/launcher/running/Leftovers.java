package io.custard.launcher.running;

import io.custard.embedded.PostgresServer;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Ends what a killed launcher left running, so that it blocks nothing: PostgreSQL in order, the
 * rest at once, since nothing is left that it could still do. Call it only with the {@link
 * InstanceLock} in hand.
 */
public final class Leftovers {
  private Leftovers() {}

  public static void end(Home home, Progress progress) {
    StateFile file = new StateFile(home);
    file.read().ifPresent(state -> end(state, progress));
    try {
      if (PostgresServer.stopLeftover(home.data("postgres"))) {
        progress.say("Ended the PostgreSQL of a launcher that was killed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.delete();
  }

  private static void end(RunState state, Progress progress) {
    List<RunningPart> alive =
        state.processes().stream()
            .filter(part -> part.pid() != state.launcherPid())
            .filter(part -> !part.name().equals("postgres"))
            .filter(part -> part.process().isAlive())
            .toList();
    for (RunningPart part : alive.reversed()) {
      progress.say("Ending " + part.name() + " of a launcher that was killed");
      part.process().kill();
    }
    alive.forEach(part -> part.process().awaitGone());
  }
}

package io.custard.launcher.command;

import io.custard.cli.api.RunContext;
import io.custard.embedded.OwnSession;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.PrivateFiles;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.Readiness;
import io.custard.launcher.running.ContextFile;
import io.custard.launcher.running.InstanceLock;
import io.custard.launcher.running.RunState;
import io.custard.launcher.running.StateFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the stack in a process of its own, shows its progress, and returns when it is ready. */
final class UpCommand {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int POLL_MILLIS = 100;

  private final Invocation.Up up;
  private final Home home;
  private final Progress progress;

  UpCommand(Invocation.Up up, Surroundings surroundings) {
    this.up = up;
    this.home = surroundings.home();
    this.progress = surroundings.progress();
  }

  int run() throws IOException {
    if (InstanceLock.isTaken(home)) {
      progress.print("Custard runs already; see ./custard status");
      return ExitCode.RUNS_ALREADY;
    }
    Path log = home.log("launcher");
    Files.createDirectories(PrivateFiles.directoryOf(log));
    Files.writeString(log, "");
    Process launcher = start(log);
    if (!awaitReady(launcher, log)) {
      progress.print("Custard did not start. Its logs are in " + log.getParent());
      return ExitCode.FAILED;
    }
    ContextFile.read(home).ifPresent(this::tell);
    return ExitCode.DONE;
  }

  private void tell(RunContext context) {
    progress.print(
        "%nCustard is up:  %s%nLog in as       %s%nPassword        %s%nStop            ./custard down"
            .formatted(context.url(), context.email(), context.password()));
  }

  private Process start(Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.custard.launcher.Launcher");
    command.addAll(List.of("serve", "--gateways", Integer.toString(up.gateways())));
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.of(command))
            .directory(home.root().toFile())
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    up.database()
        .ifPresent(url -> builder.environment().put(ServeCommand.DATABASE_VARIABLE, url.value()));
    return builder.start();
  }

  private boolean awaitReady(Process launcher, Path log) throws IOException {
    StateFile state = new StateFile(home);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      while (launcher.isAlive() && System.nanoTime() < deadline) {
        show(lines);
        if (isReady(state, launcher)) {
          return true;
        }
        Readiness.pause(POLL_MILLIS);
      }
      show(lines);
    }
    launcher.destroy();
    return false;
  }

  private static boolean isReady(StateFile state, Process launcher) {
    return state
        .read()
        .filter(RunState::ready)
        .filter(running -> running.launcherPid() == launcher.pid())
        .isPresent();
  }

  private void show(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      progress.print(line);
      line = lines.readLine();
    }
  }
}

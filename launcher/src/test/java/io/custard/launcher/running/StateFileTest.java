package io.custard.launcher.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.launcher.home.Home;
import io.custard.launcher.home.Progress;
import io.custard.launcher.process.ProcessIdentity;
import io.custard.launcher.running.RunningPart.Kind;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final URI EDGE = URI.create("http://localhost:8080");
  private static final Progress SILENT =
      new Progress(new PrintStream(PrintStream.nullOutputStream()));

  @TempDir Path root;

  @Test
  void stateIsReadAsWritten() {
    StateFile file = new StateFile(new Home(root));
    RunState state =
        RunState.begin(EDGE).with(part("kafka", ProcessIdentity.of(ProcessHandle.current())));

    file.write(state.whenReady());

    assertThat(file.read()).contains(state.whenReady());
  }

  @Test
  void aPartThatWasStartedAgainTakesItsOwnPlace() {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
    ProcessIdentity later = new ProcessIdentity(4711, Instant.parse("2026-01-01T00:00:00Z"));

    RunState state =
        RunState.begin(EDGE)
            .with(part("redis", self))
            .with(part("kafka", self))
            .with(part("redis", later));

    assertThat(state.processes()).containsExactly(part("redis", later), part("kafka", self));
  }

  @Test
  void onlyTheOwnerReadsIt() throws Exception {
    Home home = new Home(root);
    new StateFile(home).write(RunState.begin(EDGE));

    assertThat(Files.getPosixFilePermissions(home.run("state.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void unreadableStateIsNoState() throws Exception {
    Home home = new Home(root);
    Files.createDirectories(home.run("state.json").getParent());
    Files.writeString(home.run("state.json"), "{half");

    assertThat(new StateFile(home).read()).isEmpty();
  }

  @Test
  void leftoversAreEndedAndStrangersAreNot() throws Exception {
    Home home = new Home(root);
    Process orphan = new ProcessBuilder("sleep", "60").start();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    ProcessIdentity reused =
        new ProcessIdentity(stranger.pid(), Instant.parse("2020-01-01T00:00:00Z"));
    RunState killed =
        new RunState(
            1,
            Instant.parse("2020-01-01T00:00:00Z"),
            EDGE,
            true,
            List.of(
                part("auth-service", ProcessIdentity.of(orphan.toHandle())),
                part("agent-gateway", reused)));
    new StateFile(home).write(killed);

    Leftovers.end(home, SILENT);

    assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(stranger.isAlive()).isTrue();
    assertThat(new StateFile(home).read()).isEmpty();
    stranger.destroyForcibly();
  }

  private static RunningPart part(String name, ProcessIdentity process) {
    return RunningPart.of(name, Kind.SERVICE, process, 9092);
  }
}

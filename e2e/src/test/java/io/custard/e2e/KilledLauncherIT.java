package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A launcher that is killed leaves processes behind; the next start must not stumble over them. */
class KilledLauncherIT {
  private final Path state = Path.of("target", "state-killed").toAbsolutePath();

  @AfterEach
  void leaveNothingRunning() throws Exception {
    launcher("down");
  }

  @Test
  void theNextStartAfterAKillWorksAndEndsTheOrphans() throws Exception {
    Files.createDirectories(state);
    assertThat(launcher("up")).isZero();
    assertThat(launcher("up")).as("a second start while one runs").isEqualTo(3);
    JsonNode run = new ObjectMapper().readTree(state.resolve("run/state.json").toFile());
    ProcessHandle killed = ProcessHandle.of(run.path("launcher_pid").asLong()).orElseThrow();
    List<ProcessHandle> orphans = killed.descendants().filter(ProcessHandle::isAlive).toList();
    assertThat(orphans).hasSizeGreaterThan(4);

    killed.destroyForcibly();
    killed.onExit().get(10, TimeUnit.SECONDS);

    assertThat(launcher("status")).isNotZero();
    assertThat(launcher("up")).isZero();
    assertThat(orphans).noneMatch(ProcessHandle::isAlive);
    assertThat(launcher("status")).isZero();
    assertThat(launcher("down")).isZero();
  }

  private int launcher(String command) throws Exception {
    return Programs.launch(state, Map.of(), command);
  }
}

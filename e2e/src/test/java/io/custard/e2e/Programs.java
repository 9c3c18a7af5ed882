package io.custard.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where the built programs are and how they are started. */
final class Programs {
  static final Path ROOT = root();

  private static final long LIMIT_SECONDS = 300;

  private Programs() {}

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docker-compose.yml"))
        && !Files.exists(at.resolve("custard"))) {
      at = at.getParent();
    }
    return at;
  }

  /** Runs a command of the launcher to its end; its exit code. */
  static int launch(Path state, Map<String, String> settings, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher(state, List.of(command))).inheritIO();
    builder.environment().putAll(settings);
    Process process = builder.start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
      throw new IllegalStateException(command[0] + " did not end; see " + state.resolve("logs"));
    }
    return process.exitValue();
  }

  static List<String> launcher(Path state, List<String> arguments) throws IOException {
    shareCaches(state);
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcustard.home=" + ROOT,
                "-Dcustard.state=" + state,
                "-jar",
                ROOT.resolve("launcher/target/launcher-0.1.0-SNAPSHOT.jar").toString()));
    command.addAll(arguments);
    return command;
  }

  /** Start-up caches take seconds to record, so all stacks of the suite use the same. */
  private static void shareCaches(Path state) throws IOException {
    Path shared = Files.createDirectories(Path.of("target", "aot").toAbsolutePath());
    Path own = Files.createDirectories(state).resolve("aot");
    if (!Files.exists(own)) {
      Files.createSymbolicLink(own, shared);
    }
  }

  static List<String> agent() {
    return List.of(
        java(),
        "-Xmx48m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        ROOT.resolve("connector-agent/target/quarkus-app/quarkus-run.jar").toString(),
        "run");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

package io.custard.launcher.process;

import io.custard.embedded.OwnSession;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.LauncherException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One running application. Its output goes to its log, whatever becomes of the launcher. */
public final class ChildProcess {
  private static final Duration NOT_TRAINED_PATIENCE = Duration.ofSeconds(5);

  /** Settings of the launcher's own surroundings that would mean something else to a child. */
  private static final Set<String> NOT_INHERITED =
      Set.of(
          "CUSTARD_GATEWAY",
          "CUSTARD_KEY",
          "CONNECTION_ID",
          "DB_URL",
          "DB_ENGINE",
          "DB_HOST",
          "DB_PORT",
          "DB_NAME",
          "DB_USER",
          "DB_PASSWORD",
          "CUSTARD_POLICY",
          "CUSTARD_LEDGER",
          "CUSTARD_AGENT_HTTP",
          "CUSTARD_DRAIN_SECONDS",
          "CUSTARD_LOG_FORMAT");

  private final String name;
  private final Process process;
  private final LogFile log;
  private final AotCache cache;
  private volatile boolean trained;

  private ChildProcess(String name, Process process, LogFile log, AotCache cache) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.cache = cache;
  }

  public static ChildProcess start(JavaProgram program, Home home) {
    return start(program, home, program.cache(home));
  }

  /**
   * One more after one that ended by itself: it is no run to learn from, and is given time to end.
   */
  public static ChildProcess startAgain(JavaProgram program, Home home) {
    ChildProcess started = start(program, home, program.cache(home).readOnly());
    started.markTrained();
    return started;
  }

  private static ChildProcess start(JavaProgram program, Home home, AotCache cache) {
    Path jar = program.jar(home);
    LogFile log = new LogFile(home.log(program.name()));
    try {
      Files.createDirectories(home.caches());
      log.begin();
      ProcessBuilder builder =
          new ProcessBuilder(OwnSession.of(program.command(jar, cache)))
              .directory(home.root().toFile())
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(log.path().toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeAll(NOT_INHERITED);
      environment.putAll(program.environment());
      return new ChildProcess(program.name(), builder.start(), log, cache);
    } catch (IOException e) {
      throw new LauncherException(program.name() + " could not be started: " + e.getMessage(), e);
    }
  }

  public String name() {
    return name;
  }

  public ProcessIdentity identity() {
    return ProcessIdentity.of(process.toHandle());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended; only asked of one that did. */
  public int exitCode() {
    return process.exitValue();
  }

  /** The last lines of its log, each with its name in front. */
  public List<String> lastWords(int lines) {
    return log.tail(lines).stream().map(line -> "  " + name + " | " + line).toList();
  }

  public Path logFile() {
    return log.path();
  }

  /** It did its work for a while, so what it loaded is worth remembering. */
  public void markTrained() {
    trained = true;
  }

  /** Whether stopping it will take longer, once, because it saves what it loaded. */
  public boolean savesCache() {
    return trained && cache.isRecording() && isAlive();
  }

  /** Asks it to end, without waiting. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end that {@link #terminate} asked for; whether it came without a kill. */
  boolean awaitEnd(Duration patience) {
    boolean willingly =
        ProcessEnd.end(process.toHandle(), trained ? patience : NOT_TRAINED_PATIENCE);
    if (willingly && trained) {
      cache.keep();
    } else {
      cache.discard();
    }
    return willingly;
  }
}

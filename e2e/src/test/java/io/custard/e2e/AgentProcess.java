package io.custard.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real connector agent of a test, configured by environment alone. */
final class AgentProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private AgentProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static AgentProcess start(URI edge, String connection, String key, String databaseUrl)
      throws IOException {
    Path log = Files.createTempFile(Path.of("target"), "agent-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(Programs.agent()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("CUSTARD_GATEWAY", edge + "/api/v1/connections/ws/" + connection);
    builder.environment().put("CUSTARD_KEY", key);
    builder.environment().put("DB_URL", databaseUrl);
    builder.environment().put("CUSTARD_AGENT_HTTP", "off");
    Path ledger = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "ledger-");
    builder.environment().put("CUSTARD_LEDGER", ledger.toString());
    return new AgentProcess(builder.start(), log);
  }

  /** What it printed so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  long pid() {
    return process.pid();
  }

  /** From now on it does nothing, and its sockets stay open. */
  void freeze() {
    Signals.send(pid(), "STOP");
  }

  void thaw() {
    Signals.send(pid(), "CONT");
  }

  /** As a crash would end it: without a goodbye. */
  void kill() {
    process.destroyForcibly();
  }

  int awaitExit(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("the agent still runs");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}

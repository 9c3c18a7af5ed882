package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.database.DatabaseAddress;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agent as it is delivered: its start script and the built application, as a process. */
final class PackagedAgent implements AutoCloseable {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Pattern SERVED = Pattern.compile("Health and metrics at (http://\\S+:\\d+)");

  private final Process process;
  private final Path log;

  private PackagedAgent(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the script in an otherwise clean environment.
   *
   * @param folder for log and ledger
   */
  static PackagedAgent start(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(MODULE.resolve("src/main/dist/custard-agent").toString());
    command.addAll(List.of(arguments));
    Path log = folder.resolve("agent.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(CUSTARD|DB|QUARKUS)_.*"));
    builder.environment().put("CUSTARD_AGENT_APP", MODULE + "/target/quarkus-app");
    builder.environment().put("CUSTARD_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    try {
      return new PackagedAgent(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of an agent between this gateway and this database. */
  static Map<String, String> settings(TestingGateway gateway, DatabaseAddress database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("CUSTARD_GATEWAY", "ws://127.0.0.1:" + gateway.port());
    settings.put("CONNECTION_ID", ConnectionId.random().toString());
    settings.put("CUSTARD_KEY", AgentKey.draw().reveal());
    settings.put("DB_HOST", database.host());
    settings.put("DB_PORT", String.valueOf(database.port()));
    settings.put("DB_NAME", database.name());
    settings.put("DB_USER", database.user());
    settings.put("DB_PASSWORD", database.password());
    settings.put("CUSTARD_AGENT_HTTP", "0");
    return settings;
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it serves health and metrics; empty until it does. */
  String http() {
    Matcher served = SERVED.matcher(log());
    return served.find() ? served.group(1) : "";
  }

  /**
   * A figure of {@code /proc/PID/status} in kilobytes, such as {@code VmHWM}, the resident peak.
   */
  long kilobytes(String name) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("ends; its log: %s", log()).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

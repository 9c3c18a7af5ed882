package io.custard.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.bench.stack.Script.Run;
import io.custard.cli.api.Json;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.RunContext;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The stack that is measured: the one that runs, or one of its own that ends with {@link #close}.
 */
public final class Stack implements AutoCloseable {
  private static final int STATUS_POLLS = 120;

  /** A demo starts fast and is never fast; what is measured here is compiled as in an image. */
  private static final Map<String, String> AS_A_SERVER = Map.of("CUSTARD_JIT", "full");

  private final Script script;
  private final boolean own;

  private Stack(Script script, boolean own) {
    this.script = script;
    this.own = own;
  }

  public static boolean isRunning(Script script) throws IOException, InterruptedException {
    return script.run("status", "--json").exitCode() == 0;
  }

  public static Stack runningOrOwn(Script script) throws IOException, InterruptedException {
    if (isRunning(script)) {
      return new Stack(script, false);
    }
    awaitRunning(script, script.start(AS_A_SERVER, "up"));
    return new Stack(script, true);
  }

  /** Whether {@code up} stays or leaves the stack behind, status says when it is there. */
  private static void awaitRunning(Script script, Process up)
      throws IOException, InterruptedException {
    for (int i = 0; i < STATUS_POLLS; i++) {
      boolean ended = up.waitFor(1, TimeUnit.SECONDS);
      if (ended && up.exitValue() != 0) {
        throw new IllegalStateException("custard up ended with exit code " + up.exitValue());
      }
      if (isRunning(script)) {
        return;
      }
    }
    up.destroy();
    throw new IllegalStateException("custard up did not come up");
  }

  public RunContext context() throws NotRunningException {
    return RunContext.read(script.home());
  }

  /** A variable that some process of the stack was started with. */
  public String environment(String name) throws IOException, InterruptedException {
    for (ProcessTree process : processes().values()) {
      Optional<String> value = process.environment(name);
      if (value.isPresent()) {
        return value.get();
      }
    }
    throw new IllegalStateException("no process of the stack was given " + name);
  }

  /** The database that the agent reads, with user and password, as the agent was told it. */
  public URI database() throws IOException, InterruptedException {
    return URI.create(environment("DB_URL"));
  }

  /** Every process of the stack by name; servers inside the launcher's process are the launcher. */
  public Map<String, ProcessTree> processes() throws IOException, InterruptedException {
    Run run = script.run("status", "--json").succeeded("custard status");
    JsonNode status = Json.MAPPER.readTree(String.join("\n", run.output()));
    long launcher = status.path("pid").asLong();
    Map<String, Long> pids = new LinkedHashMap<>(Map.of("launcher", launcher));
    for (JsonNode process : status.path("processes")) {
      long pid = process.path("pid").asLong();
      if (pid != launcher) {
        pids.put(process.path("name").asText(), pid);
      }
    }
    Map<String, ProcessTree> trees = new LinkedHashMap<>();
    pids.forEach((name, pid) -> trees.put(name, new ProcessTree(pid, without(pid, pids))));
    return trees;
  }

  private static Set<Long> without(long pid, Map<String, Long> pids) {
    Set<Long> others = new HashSet<>(pids.values());
    others.remove(pid);
    return others;
  }

  @Override
  public void close() throws IOException {
    try {
      if (own) {
        script.run("down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

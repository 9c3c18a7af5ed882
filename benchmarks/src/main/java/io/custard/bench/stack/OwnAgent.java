package io.custard.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A connection made for a benchmark with an agent as people start it: {@code custard agent run}.
 */
public final class OwnAgent implements AutoCloseable {
  private static final Duration LINK_LIMIT = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 20;

  private final PublicApi api;
  private final String connection;
  private final Process process;
  private final Duration untilLinked;

  private OwnAgent(PublicApi api, String connection, Process process, Duration untilLinked) {
    this.api = api;
    this.connection = connection;
    this.process = process;
    this.untilLinked = untilLinked;
  }

  /**
   * What the agent is to be told.
   *
   * @param gateway where it dials; the edge, or one gateway
   * @param databaseUrl whose first word is the connection's dialect too
   * @param more variables of its environment
   */
  public record Settings(URI gateway, String databaseUrl, Map<String, String> more) {
    public Settings {
      more = Map.copyOf(more);
    }

    private String dialect() {
      return databaseUrl.substring(0, databaseUrl.indexOf(':'));
    }
  }

  /** Returns when the agent is linked. */
  public static OwnAgent start(Script script, PublicApi api, Settings settings) throws Exception {
    JsonNode made =
        api.post("/api/v1/connections", Map.of("name", "bench", "dialect", settings.dialect()));
    String connection = made.path("id").asText();
    Path ledger = Files.createTempDirectory("custard-bench-ledger");
    Map<String, String> environment = new HashMap<>(settings.more());
    environment.put("CUSTARD_GATEWAY", settings.gateway().toString());
    environment.put("CONNECTION_ID", connection);
    environment.put("CUSTARD_KEY", made.path("agent_key").asText());
    environment.put("DB_URL", settings.databaseUrl());
    environment.put("CUSTARD_LEDGER", ledger.toString());
    environment.put("CUSTARD_AGENT_HTTP", "off");
    long start = System.nanoTime();
    Process process = script.start(environment, "agent", "run");
    return new OwnAgent(api, connection, process, awaitLinked(api, connection, process, start));
  }

  private static Duration awaitLinked(PublicApi api, String connection, Process process, long start)
      throws IOException, InterruptedException {
    while (System.nanoTime() - start < LINK_LIMIT.toNanos()) {
      if (api.get("/api/v1/connections/" + connection + "/status").path("linked").asBoolean()) {
        return Duration.ofNanos(System.nanoTime() - start);
      }
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    process.destroy();
    throw new IllegalStateException("the agent of the benchmark was not linked");
  }

  public String connection() {
    return connection;
  }

  /** From the start of the command to the first answer that says it is linked. */
  public Duration untilLinked() {
    return untilLinked;
  }

  public long pid() {
    return process.pid();
  }

  public ProcessTree tree() {
    return new ProcessTree(process.pid(), Set.of());
  }

  @Override
  public void close() throws IOException {
    Ending.of(process);
    api.delete("/api/v1/connections/" + connection);
  }
}

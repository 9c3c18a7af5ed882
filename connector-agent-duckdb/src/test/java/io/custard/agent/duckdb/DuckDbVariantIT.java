package io.custard.agent.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.protocol.agent.AgentKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered variant, on its own class path. */
class DuckDbVariantIT {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void opensADuckDbFile() throws Exception {
    Path file = folder.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INTEGER)");
    }

    JsonNode steps = new ObjectMapper().readTree(check(file)).path("steps");

    assertThat(status(steps, "database")).as(steps.toString()).isEqualTo("ok");
    assertThat(status(steps, "gateway")).isEqualTo("failed");
  }

  private static String status(JsonNode steps, String name) {
    for (JsonNode step : steps) {
      if (step.path("name").asText().equals(name)) {
        return step.path("status").asText();
      }
    }
    return "missing";
  }

  /** Nothing listens at the gateway's address, which the database's step does not need. */
  private String check(Path file) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            MODULE.resolveSibling("connector-agent/src/main/dist/custard-agent").toString(),
            "check",
            "--json");
    builder
        .environment()
        .putAll(
            Map.of(
                "CUSTARD_AGENT_APP",
                MODULE + "/target/quarkus-app",
                "CUSTARD_JAVA_HOME",
                System.getProperty("java.home"),
                "CUSTARD_GATEWAY",
                "ws://127.0.0.1:1",
                "CONNECTION_ID",
                "0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001",
                "CUSTARD_KEY",
                AgentKey.draw().reveal(),
                "CUSTARD_LEDGER",
                folder.resolve("ledger").toString(),
                "DB_URL",
                "duckdb:" + file));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      byte[] printed = process.getInputStream().readAllBytes();
      assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
      return new String(printed, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}

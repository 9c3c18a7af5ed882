package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.check.CheckCommand;
import io.custard.agent.database.DatabaseAddress;
import io.custard.protocol.agent.Hello;
import io.custard.testkit.database.TestingPostgres;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check between a scripted gateway and a real database. */
class CheckCommandTest {
  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final TestingGateway gateway = new TestingGateway();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Map<String, String> settings;

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    gateway.close();
  }

  @Test
  void everythingRightIsSevenTicksAndCodeZero() throws Exception {
    settings(TestingPostgres.reader());

    assertThat(check()).isEqualTo(ExitCode.STOPPED);

    assertThat(text().lines())
        .hasSize(8)
        .allMatch(line -> line.startsWith("✓") || line.equals("All right."));
    assertThat(text()).contains("postgresql 17").doesNotContain(TestingPostgres.READER_PASSWORD);
    assertThat(folder.resolve("ledger")).isEmptyDirectory();
  }

  @Test
  void theKeyIsTriedWithoutAHello() throws Exception {
    settings(TestingPostgres.reader());

    check();

    assertThat(gateway.links()).isEqualTo(1);
    assertThat(gateway.frames(Hello.class)).isEmpty();
  }

  @Test
  void aRoleThatMayWriteIsAWarningWithItsRepair() throws Exception {
    settings(TestingPostgres.writer());

    assertThat(check()).isEqualTo(ExitCode.WARNINGS);

    assertThat(text()).contains("! role", "public.customer", "CREATE ROLE", "→ Give the agent");
  }

  @ParameterizedTest
  @CsvSource({
    "401, AGENT_KEY_UNKNOWN, KEY_UNKNOWN",
    "403, AGENT_KEY_REVOKED, KEY_REFUSED",
    "403, AGENT_KEY_FOREIGN, KEY_REFUSED",
    "404, CONNECTION_NOT_FOUND, SETTINGS_WRONG",
    "503, UPSTREAM_UNAVAILABLE, GATEWAY_AWAY",
  })
  void aRefusedKeyHasItsOwnCode(int status, String code, ExitCode expected) throws Exception {
    settings(TestingPostgres.reader());
    gateway.refuse(status, code);

    assertThat(check("--json")).isEqualTo(expected);

    assertThat(status("gateway")).isEqualTo("ok");
    assertThat(status("key")).isEqualTo("failed");
    assertThat(status("role")).isEqualTo("ok");
  }

  @Test
  void withoutAGatewayTheKeyIsNotTriedButTheDatabaseIs() throws Exception {
    settings(TestingPostgres.reader());
    try (ServerSocket closed = new ServerSocket(0)) {
      settings.put("CUSTARD_GATEWAY", "ws://127.0.0.1:" + closed.getLocalPort());
    }

    assertThat(check("--json")).isEqualTo(ExitCode.GATEWAY_AWAY);

    assertThat(status("gateway")).isEqualTo("failed");
    assertThat(status("key")).isEqualTo("skipped");
    assertThat(status("database")).isEqualTo("ok");
  }

  @Test
  void aWrongPasswordIsTheDatabasesFailure() throws Exception {
    settings(TestingPostgres.address("reader", "sesame"));

    assertThat(check("--json")).isEqualTo(ExitCode.DATABASE_AWAY);

    assertThat(text()).contains("AGENT_DATABASE_LOGIN_REFUSED").doesNotContain("sesame");
    assertThat(status("role")).isEqualTo("skipped");
  }

  @Test
  void policyAndLedgerAreTried() throws Exception {
    settings(TestingPostgres.reader());
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "tabels: []\n");
    settings.put("CUSTARD_POLICY", policy.toString());
    settings.put("CUSTARD_LEDGER", policy.resolve("below-a-file").toString());

    assertThat(check("--json")).isEqualTo(ExitCode.SETTINGS_WRONG);

    assertThat(status("policy")).isEqualTo("failed");
    assertThat(status("ledger")).isEqualTo("failed");
    assertThat(status("database")).isEqualTo("ok");
  }

  @Test
  void settingsThatCannotBeReadEndTheCheck() throws Exception {
    settings(TestingPostgres.reader());
    settings.put("CUSTARD_KEY", "sesame");

    assertThat(check()).isEqualTo(ExitCode.SETTINGS_WRONG);

    assertThat(text()).contains("✗ settings", "CUSTARD_KEY").doesNotContain("sesame");
  }

  private void settings(DatabaseAddress database) {
    settings = PackagedAgent.settings(gateway, database);
    settings.put("CUSTARD_LEDGER", folder.resolve("ledger").toString());
  }

  private ExitCode check(String... arguments) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new CheckCommand(vertx, new ObjectMapper(), out).run(settings, List.of(arguments));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String status(String name) throws IOException {
    for (JsonNode step : new ObjectMapper().readTree(text()).path("steps")) {
      if (step.path("name").asText().equals(name)) {
        return step.path("status").asText();
      }
    }
    return "missing";
  }
}

package io.custard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One stack for all whole-suite tests, with a second database of our own beside the sample shop.
 */
final class RunningSuite {
  static final String CLINIC = "clinic";
  private static final long START_SECONDS = 240;
  private static RunningSuite started;

  private final Path state;
  private final JsonNode context;
  private final PostgresServer postgres;

  private RunningSuite(Path state, JsonNode context, PostgresServer postgres) {
    this.state = state;
    this.context = context;
    this.postgres = postgres;
  }

  static synchronized RunningSuite get() throws Exception {
    if (started == null) {
      Path state = Path.of("target", "state").toAbsolutePath();
      Files.createDirectories(state);
      launcher(state, "up");
      JsonNode context = new ObjectMapper().readTree(state.resolve("run/context.json").toFile());
      PostgresServer postgres = PostgresServer.start(PostgresSettings.temporary());
      load(postgres);
      started = new RunningSuite(state, context, postgres);
      Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
    }
    return started;
  }

  Api api() throws Exception {
    Api api = new Api(URI.create(context.path("url").asText()));
    api.logIn(context.path("email").asText(), context.path("password").asText());
    return api;
  }

  Api anonymous() {
    return new Api(URI.create(context.path("url").asText()));
  }

  String sampleConnection() {
    return context.path("connection_id").asText();
  }

  PostgresServer postgres() {
    return postgres;
  }

  /** The address of our own database for an agent or a demo. */
  String clinicUrl(String password) {
    return "postgresql://postgres:%s@127.0.0.1:%d/%s".formatted(password, postgres.port(), CLINIC);
  }

  Path state() {
    return state;
  }

  private static void load(PostgresServer postgres) throws SQLException, IOException {
    postgres.createDatabase(CLINIC);
    try (Connection connection = postgres.connect(CLINIC);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("src/test/resources/clinic.sql")));
    }
  }

  private void stop() {
    try {
      launcher(state, "down");
    } catch (IOException | InterruptedException e) {
      System.err.println("the suite did not stop: " + e);
    }
    postgres.close();
  }

  private static void launcher(Path state, String command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Programs.launcher(state, List.of(command))).inheritIO().start();
    if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroy();
      throw new IllegalStateException(command + " failed; see " + state.resolve("logs"));
    }
  }
}

package io.custard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * One stack with two gateways for all whole-suite tests, with a second database of our own beside
 * the sample shop.
 */
final class RunningSuite {
  static final String CLINIC = "clinic";
  private static final String READER_PASSWORD = "reads-4711";
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
      launcher(state, "up", "--gateways", "2");
      JsonNode context = new ObjectMapper().readTree(state.resolve("run/context.json").toFile());
      PostgresServer postgres = PostgresServer.start(PostgresSettings.temporary());
      load(postgres);
      started = new RunningSuite(state, context, postgres);
      Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
    }
    return started;
  }

  Api api() throws Exception {
    Api api = new Api(URI.create(context.path("url").asText()), state);
    api.logIn(context.path("email").asText(), context.path("password").asText());
    return api;
  }

  Api anonymous() {
    return new Api(URI.create(context.path("url").asText()), state);
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

  URI edge() {
    return URI.create(context.path("url").asText());
  }

  /** The same for one that only reads. */
  String clinicReader() {
    return "postgresql://clinic_reader:%s@127.0.0.1:%d/%s"
        .formatted(READER_PASSWORD, postgres.port(), CLINIC);
  }

  /** How many statements with this text our own database is at work on. */
  int activeInClinic(String text) throws SQLException {
    try (Connection connection = postgres.connect("postgres");
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where datname = 'clinic'"
                    + " and state = 'active' and query like ?")) {
      statement.setString(1, "%" + text + "%");
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** A process of the stack as it is at this moment. */
  StackPart part(String name) throws IOException {
    return StackPart.of(state, name);
  }

  /** Everything Redis holds is gone, while it runs on. */
  void emptyRedis() throws IOException {
    String password =
        new ObjectMapper()
            .readTree(state.resolve("secrets/passwords.json").toFile())
            .path("redis")
            .asText();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), part("redis").port())) {
      socket.setSoTimeout(5_000);
      String commands = "AUTH " + password + "\r\nFLUSHALL\r\nQUIT\r\n";
      socket.getOutputStream().write(commands.getBytes(StandardCharsets.UTF_8));
      String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!said.equals("+OK\r\n+OK\r\n+OK\r\n")) {
        throw new IllegalStateException("Redis was not emptied: " + said);
      }
    }
  }

  Path state() {
    return state;
  }

  private static void load(PostgresServer postgres) throws SQLException, IOException {
    postgres.createDatabase(CLINIC);
    try (Connection connection = postgres.connect(CLINIC);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("src/test/resources/clinic.sql")));
      statement.execute("create role clinic_reader login password '" + READER_PASSWORD + "'");
      statement.execute("grant connect on database clinic to clinic_reader");
      statement.execute("grant select on all tables in schema public to clinic_reader");
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

  private static void launcher(Path state, String... command)
      throws IOException, InterruptedException {
    if (Programs.launch(state, Map.of(), command) != 0) {
      throw new IllegalStateException(command[0] + " failed; see " + state.resolve("logs"));
    }
  }
}

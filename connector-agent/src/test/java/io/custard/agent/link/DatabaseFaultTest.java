package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.custard.agent.database.DatabaseAddress;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back under an agent that stays. */
class DatabaseFaultTest extends LinkedAgent {
  @TempDir Path data;

  private PostgresSettings settings;
  private PostgresServer server;

  @BeforeEach
  void begin() throws SQLException {
    settings = PostgresSettings.in(data.resolve("pg"), "super").withoutSync();
    server = PostgresServer.start(settings);
    server.createDatabase("shop");
    run("CREATE ROLE guest LOGIN PASSWORD 'one'");
    run("GRANT CONNECT ON DATABASE shop TO guest");
    run("CREATE TABLE item (id int)");
    run("GRANT SELECT ON item TO guest");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aKilledDatabaseIsCodedErrorsAndARedLampAndServesAgainWhenItIsBack() throws Exception {
    link(guest("one"));
    discover("before");
    QueryId running = execute(slow("killed"), CREDIT, 10);
    await().until(() -> gateway.frames(SchemaEnd.class).size() == 1);

    kill();

    assertThat(awaitFailed(running).code()).startsWith("AGENT_DATABASE_");
    assertThat(awaitFailed(execute("select 1", CREDIT, 10)).code()).startsWith("AGENT_DATABASE_");
    awaitLamp(Health.RED, "AGENT_DATABASE_PORT_REFUSED");

    server = PostgresServer.start(settings.onPort(server.port()));
    run("CREATE TABLE later (id int)");
    run("GRANT SELECT ON later TO guest");

    awaitLamp(Health.GREEN, null);
    assertThat(awaitEnd(execute("select 1", CREDIT, 10)).rows()).isEqualTo(1);
    discover("after");
    await().until(() -> gateway.frames(SchemaEnd.class).size() == 2);
    assertThat(gateway.frames(SchemaTable.class))
        .extracting(frame -> frame.discoveryId() + " " + frame.table().name())
        .containsExactly("before item", "after later");
    assertThat(gateway.links()).isEqualTo(1);
  }

  @Test
  void aChangedPasswordIsARedLampWithItsCodeAndNoCrash() throws Exception {
    link(guest("one"));
    awaitEnd(execute("select 1", CREDIT, 10));

    run("ALTER ROLE guest PASSWORD 'two'");
    run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'guest'");

    awaitLamp(Health.RED, "AGENT_DATABASE_LOGIN_REFUSED");
    List<QueryId> asked = List.of(execute("select 1", CREDIT, 10), execute("select 2", CREDIT, 10));
    for (QueryId id : asked) {
      assertThat(awaitFailed(id).code()).isEqualTo("AGENT_DATABASE_LOGIN_REFUSED");
    }
    run("ALTER ROLE guest PASSWORD 'one'");
    awaitLamp(Health.GREEN, null);
    awaitEnd(execute("select 1", CREDIT, 10));
    assertThat(gateway.links()).isEqualTo(1);
  }

  private void discover(String id) {
    gateway.send(new Discover(id, true));
  }

  private void awaitLamp(String colour, String code) {
    int before = gateway.frames(Health.class).size();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            gateway.frames(Health.class).stream()
                .skip(before)
                .anyMatch(health ->
                    health.database().equals(colour)
                        && (code == null || code.equals(health.code()))));
  }

  /** As a crash would: every session ends at once, nothing is said. */
  private void kill() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
    await().until(() -> ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive).isEmpty());
    server.close();
  }

  private DatabaseAddress guest(String password) {
    return new DatabaseAddress(
        "127.0.0.1", server.port(), "shop", "guest", password, DatabaseAddress.TlsMode.PREFER);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = server.connect("shop");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

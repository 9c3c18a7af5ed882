package io.custard.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.Agent;
import io.custard.agent.Oversight;
import io.custard.agent.config.AgentFiles;
import io.custard.agent.config.AgentLimits;
import io.custard.agent.config.AgentSettings;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseEngine;
import io.custard.agent.database.DatabaseEngines;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.RowEncoding;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.agent.AgentProtocol;
import io.custard.protocol.agent.End;
import io.custard.protocol.agent.Execute;
import io.custard.protocol.agent.Failed;
import io.custard.protocol.agent.Health;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent between a real socket and a real database; what its tests share. */
abstract class LinkedAgent {
  static final DatabaseEngine POSTGRESQL = DatabaseEngines.of("postgresql").orElseThrow();
  static final AgentKey KEY = AgentKey.draw();
  static final long CREDIT = AgentProtocol.MAX_OPEN_CREDIT;

  @TempDir Path ledger;

  /** One event loop, as in the program. */
  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  final TestingGateway gateway = new TestingGateway();
  final Limits limits = new Limits();
  DatabaseEngine engine = POSTGRESQL;
  CompletableFuture<ExitCode> exit;
  Agent agent;
  Oversight oversight;
  Optional<Path> policy = Optional.empty();
  InstantSource clock = InstantSource.system();

  @BeforeEach
  void patience() {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
  }

  @AfterEach
  void stop() throws IOException {
    if (agent != null) {
      agent.stop("test over").toCompletionStage().toCompletableFuture().join();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
    gateway.close();
    if (oversight != null) {
      oversight.close();
    }
  }

  void link(DatabaseAddress address) {
    start(address);
    await().until(() -> !gateway.frames(Health.class).isEmpty());
  }

  void start(DatabaseAddress address) {
    String id = ConnectionId.random().toString();
    AgentFiles files = new AgentFiles(policy, ledger);
    oversight = open(files);
    URI uri = URI.create("ws://127.0.0.1:" + port() + AgentProtocol.PATH + id);
    agent =
        new Agent(
            vertx,
            new ObjectMapper(),
            new AgentSettings(uri, id, KEY, engine, address, files),
            limits,
            oversight);
    exit = agent.start().toCompletionStage().toCompletableFuture();
  }

  /** Where the agent dials. */
  int port() {
    return gateway.port();
  }

  private Oversight open(AgentFiles files) {
    try {
      Oversight opened = Oversight.open(new ObjectMapper(), files);
      return new Oversight(opened.policy(), opened.ledger(), clock);
    } catch (InvalidSettings e) {
      throw new IllegalStateException(e);
    }
  }

  QueryId execute(String sql, long credit, long maxRows) {
    return execute(sql, credit, maxRows, 20_000);
  }

  QueryId execute(String sql, long credit, long maxRows, long timeoutMillis) {
    return execute(sql, credit, new ExecutionLimits(timeoutMillis, maxRows, 64 << 20), null);
  }

  QueryId executeWithCleanRole(String sql) {
    return execute(sql, CREDIT, new ExecutionLimits(20_000, 10, 64 << 20), true);
  }

  QueryId execute(String sql, long credit, ExecutionLimits asked, Boolean requireCleanRole) {
    QueryId id = QueryId.random();
    gateway.send(asking(id, sql, credit, asked, requireCleanRole));
    return id;
  }

  /** Asks for few rows, on a link of its own choice. */
  static Execute asking(QueryId id, String sql) {
    return asking(id, sql, CREDIT, new ExecutionLimits(20_000, 10, 64 << 20), null);
  }

  private static Execute asking(
      QueryId id, String sql, long credit, ExecutionLimits asked, Boolean requireCleanRole) {
    return new Execute(
        id,
        sql,
        asked,
        RowEncoding.JSON_ROWS,
        Execute.RESULT,
        credit,
        null,
        requireCleanRole,
        null,
        null);
  }

  /** Passes the guard, takes far too long, and can be found in the list of sessions. */
  static String slow(String marker) {
    return "select count(*), '"
        + marker
        + "' from generate_series(1, 100000) a,"
        + " generate_series(1, 100000) b";
  }

  long ends(QueryId id) {
    return gateway.frames(End.class).stream().filter(end -> end.queryId().equals(id)).count();
  }

  End awaitEnd(QueryId id) {
    await()
        .until(() ->
            ends(id) == 1
                || gateway.frames(Failed.class).stream().anyMatch(f -> f.queryId().equals(id)));
    assertThat(gateway.frames(Failed.class)).noneMatch(f -> f.queryId().equals(id));
    return gateway.frames(End.class).stream()
        .filter(end -> end.queryId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Failed awaitFailed(QueryId id) {
    await()
        .until(() -> gateway.frames(Failed.class).stream().anyMatch(f -> f.queryId().equals(id)));
    return gateway.frames(Failed.class).stream()
        .filter(failed -> failed.queryId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static final class Limits implements AgentLimits {
    OptionalDouble maxCost = OptionalDouble.empty();
    boolean requireCleanRole;
    Duration drain = Duration.ZERO;
    int maxWaiting = 1;

    @Override
    public Duration drain() {
      return drain;
    }

    @Override
    public long maxRows() {
      return 20_000;
    }

    @Override
    public long maxBytes() {
      return 64 << 20;
    }

    @Override
    public int maxColumns() {
      return 50;
    }

    @Override
    public OptionalDouble maxCost() {
      return maxCost;
    }

    @Override
    public boolean requireCleanRole() {
      return requireCleanRole;
    }

    @Override
    public Duration timeout() {
      return Duration.ofMinutes(5);
    }

    @Override
    public int maxExecutions() {
      return 2;
    }

    @Override
    public int maxWaiting() {
      return maxWaiting;
    }
  }
}

package io.custard.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.RowChunk;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the engines promise whose databases are servers. */
public abstract class ServerDatabaseContract extends DatabaseContract {
  /** Where the server is, and a role that may read. */
  protected abstract DatabaseAddress reader();

  /** A database of the engine at another address; whoever asks closes it. */
  protected abstract Database database(DatabaseAddress address);

  @Override
  protected abstract int running(String marker);

  @Test
  final void cancelReachesTheDatabase() {
    RowCursor cursor = open(slow("cancel-test"));
    CompletableFuture<Object> rows = new CompletableFuture<>();
    loop()
        .get(() -> {
          cursor.next().onComplete(rows::complete);
          return Future.succeededFuture();
        });
    await().until(() -> running("cancel-test") == 1);

    loop().get(cursor::close);

    await().atMost(Duration.ofSeconds(2)).until(() -> running("cancel-test") == 0);
  }

  @Test
  final void unreadRowsStopTheServer() {
    RowCursor cursor = open("SELECT " + text(100_000) + ", 'unread-test' FROM " + numbers(100_000));

    RowChunk first = loop().get(cursor::next).orElseThrow();

    assertThat(first.rows()).isEqualTo(1);
    assertThat(running("unread-test")).isEqualTo(1);
    loop().get(cursor::close);
    await().atMost(Duration.ofSeconds(3)).until(() -> running("unread-test") == 0);
  }

  @Test
  final void whoAsksWhileAProbeRunsGetsWhatItFinds() {
    Database database = database(reader());

    var both = loop().get(() -> Future.all(database.probe(), database.probe()));

    assertThat(both.<Checkup>resultAt(0)).isSameAs(both.resultAt(1));
    loop().get(database::close);
  }

  @Test
  final void wrongPasswordIsNamedWithoutBeingPrinted() {
    assertRefused(
        at(reader().host(), reader().port(), "reader"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "reader");
  }

  @Test
  final void wrongUserIsNamed() {
    assertRefused(
        at(reader().host(), reader().port(), "nobody"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "nobody");
  }

  @Test
  final void wrongHostIsNamed() {
    assertRefused(
        at("no-such-host.invalid", reader().port(), "reader"),
        ErrorCode.AGENT_DATABASE_HOST_UNKNOWN,
        "no-such-host.invalid");
  }

  @Test
  final void wrongPortIsNamed() {
    assertRefused(
        at("127.0.0.1", 1, "reader"), ErrorCode.AGENT_DATABASE_PORT_REFUSED, "127.0.0.1:1");
  }

  private DatabaseAddress at(String host, int port, String user) {
    return new DatabaseAddress(host, port, reader().name(), user, "sesame", reader().tls());
  }

  /** The failure has the code and names what is wrong, but never the password. */
  protected final void assertRefused(DatabaseAddress address, ErrorCode code, String named) {
    Database database = database(address);

    assertThatThrownBy(() -> loop().get(database::probe))
        .hasMessageContaining(named)
        .hasMessageNotContaining(address.password())
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThatThrownBy(() -> ReadRows.of(loop(), database, "SELECT 1", WIDE, 5_000))
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));

    loop().get(database::close);
  }
}

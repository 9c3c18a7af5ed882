package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.DatabaseAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.testkit.database.TestingPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is said of a statement or an address that fails, against a real server. */
class PgFailuresTest {
  private static final ReadingPostgres POSTGRES = new ReadingPostgres();

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @Test
  void errorsHoldNoValues() {
    assertThatThrownBy(() -> POSTGRES.read("SELECT name::int FROM customer"))
        .hasMessageContaining("22P02")
        .hasMessageNotContaining("Ann");
  }

  @Test
  void wrongColumnsAreNamedByPosition() {
    assertThatThrownBy(() -> POSTGRES.read("SELECT nix FROM customer"))
        .hasMessageContaining("a column does not exist")
        .hasMessageContaining("42703")
        .hasMessageContaining("position 8");
  }

  @Test
  void wrongPasswordIsNamedWithoutBeingPrinted() {
    assertRefused(
        TestingPostgres.address("reader", "sesame"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "reader");
  }

  @Test
  void wrongUserIsNamed() {
    assertRefused(
        TestingPostgres.address("nobody", "sesame"),
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "nobody");
  }

  @Test
  void wrongHostIsNamed() {
    assertRefused(
        at("no-such-host.invalid", TestingPostgres.port(), "shop"),
        ErrorCode.AGENT_DATABASE_HOST_UNKNOWN,
        "no-such-host.invalid");
  }

  @Test
  void wrongPortIsNamed() {
    assertRefused(at("127.0.0.1", 1, "shop"), ErrorCode.AGENT_DATABASE_PORT_REFUSED, "127.0.0.1:1");
  }

  @Test
  void wrongDatabaseIsNamed() {
    assertRefused(
        at("127.0.0.1", TestingPostgres.port(), "nix"),
        ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
        "nix");
  }

  private static void assertRefused(DatabaseAddress address, ErrorCode code, String named) {
    PgDatabase database = POSTGRES.database(address);

    assertThatThrownBy(() -> POSTGRES.loop().get(database::probe))
        .hasMessageContaining(named)
        .hasMessageNotContaining("sesame")
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));

    assertThatThrownBy(() -> POSTGRES.read(database, "SELECT 1"))
        .isInstanceOfSatisfying(CustardException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static DatabaseAddress at(String host, int port, String name) {
    return new DatabaseAddress(
        host,
        port,
        name,
        "reader",
        TestingPostgres.READER_PASSWORD,
        DatabaseAddress.TlsMode.PREFER);
  }
}

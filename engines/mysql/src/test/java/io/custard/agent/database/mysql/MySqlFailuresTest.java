package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseAddress.TlsMode;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.mysqlclient.MySQLException;
import org.junit.jupiter.api.Test;

class MySqlFailuresTest {
  private final MySqlFailures failures =
      new MySqlFailures(new DatabaseAddress("db", 3306, "shop", "ann", "sesame", TlsMode.PREFER));

  @Test
  void aLoginMethodThatIsUnknownIsSaidToBe() {
    CustardException said =
        failures.connecting(new UnsupportedOperationException("client_ed25519"));

    assertThat(said.code()).isEqualTo(ErrorCode.AGENT_DATABASE_LOGIN_REFUSED);
    assertThat(said.detail()).contains("User ann").contains("caching_sha2_password");
  }

  @Test
  void noWordOfTheServerLeaves() {
    MySQLException server =
        new MySQLException("Incorrect value: 'the secret' for column salary", 1366, "HY000");

    assertThat(failures.running(server).detail())
        .isEqualTo(
            "The database refused the statement: a value cannot be converted or is out of range"
                + " (error 1366).");
  }
}

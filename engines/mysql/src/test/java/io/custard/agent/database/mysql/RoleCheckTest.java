package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.agent.database.Checkup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as both servers print them; those of MySQL cannot be had from a server here. */
class RoleCheckTest {

  @Test
  void anAccountThatOnlyReadsIsClean() {
    Checkup checkup =
        check(
            "GRANT USAGE ON *.* TO `reader`@`%` IDENTIFIED BY PASSWORD '*7B84'",
            "GRANT SELECT, SHOW VIEW ON `shop`.* TO `reader`@`%`",
            "GRANT SELECT (`a`, `b, c`) ON `other`.`t` TO `reader`@`%`",
            "GRANT `analysts`@`%` TO `reader`@`%`");

    assertThat(checkup).isEqualTo(Checkup.clean("MySQL 8.4.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GRANT ALL PRIVILEGES ON *.* TO `r`@`%` | The role has all privileges on the whole server.",
        "GRANT ALL PRIVILEGES ON `shop`.* TO `r`@`%` | The role has all privileges on `shop`.*.",
        "GRANT SUPER ON *.* TO `r`@`%` | The role can administer the server (SUPER).",
        "GRANT FILE ON *.* TO `r`@`%` | The role can read and write files of the server (FILE).",
        "GRANT PROCESS ON *.* TO `r`@`%` | The role can see what other sessions run (PROCESS).",
        "GRANT USAGE ON *.* TO `r`@`%` WITH GRANT OPTION |"
            + " The role can pass its rights on *.* on (GRANT OPTION).",
        "GRANT PROXY ON ''@'%' TO 'r'@'%' | The role can act as other accounts (PROXY).",
        "GRANT SELECT ON *.* TO `r`@`%` |"
            + " The role can read the accounts and the hashes of their passwords.",
        "GRANT SELECT, UPDATE (`a`) ON `shop`.`a ON b` TO `r`@`%` |"
            + " The role can write to `shop`.`a ON b`.",
        "GRANT SELECT ON `shop`.`it``s TO x` TO `r`@`%` | ",
        "GRANT EXECUTE ON PROCEDURE `shop`.`p` TO `r`@`%` |"
            + " The role can run stored routines on PROCEDURE `shop`.`p`.",
        "GRANT BACKUP_ADMIN,XA_RECOVER_ADMIN ON *.* TO `r`@`%` |"
            + " The role holds more than SELECT: BACKUP_ADMIN, XA_RECOVER_ADMIN.",
        "GRANT INSERT ON `test`.* TO PUBLIC | The role can write to `test`.* (as everybody can).",
      })
  void eachPowerIsNamed(String line, String finding) {
    assertThat(check(line).roleFindings())
        .isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  @Test
  void theRepairCannotBeEscapedFromByANameAndMatchesNoOtherSchema() {
    Checkup checkup =
        RoleCheck.checkup(
            "MySQL 8.4.0", List.of("GRANT FILE ON *.* TO `r`@`%`"), "my_shop`.* TO x; --%");

    assertThat(checkup.roleRepair())
        .contains(
            "GRANT SELECT, SHOW VIEW ON `my\\_shop``.* TO x; --\\%`.* TO 'custard_reader'@'%';");
  }

  @Test
  void whatEverybodyMayIsTakenBackByTheRepair() {
    assertThat(check("GRANT SELECT, INSERT ON `test\\_%`.* TO PUBLIC").roleRepair())
        .contains("REVOKE ALL PRIVILEGES ON `test\\_%`.* FROM PUBLIC;");
  }

  private static Checkup check(String... lines) {
    return RoleCheck.checkup("MySQL 8.4.0", List.of(lines), "shop");
  }
}

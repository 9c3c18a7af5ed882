package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlavorTest {

  @ParameterizedTest
  @CsvSource({
    "8.4.0, MySQL 8.4.0, true",
    "8.0.36-0ubuntu0.22.04.1, MySQL 8.0.36, true",
    "5.7.8-log, MySQL 5.7.8, true",
    "5.7.7, MySQL 5.7.7, false",
    "11.4.5-MariaDB, MariaDB 11.4.5, true",
    "5.5.5-10.11.6-MariaDB-1:10.11.6, MariaDB 10.11.6, true",
    "10.1.48-MariaDB, MariaDB 10.1.48, false",
    "strange, MySQL unknown, false",
  })
  void isReadFromTheServersWords(String version, String title, boolean isSupported) {
    Flavor flavor = Flavor.of(version);

    assertThat(flavor.title()).isEqualTo(title);
    assertThat(flavor.isSupported()).isEqualTo(isSupported);
  }
}

package io.custard.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTest {
  @ParameterizedTest
  @CsvSource({
    "CUSTARD_DRAIN_SECONDS, soon",
    "CUSTARD_DRAIN_SECONDS, -1",
    "CUSTARD_LOG_FORMAT, xml",
    "CUSTARD_REQUIRE_CLEAN_ROLE, treu",
    "CUSTARD_MAX_COST, 1e9",
    "CUSTARD_MAX_COLUMNS, 0",
    "CUSTARD_AGENT_LIMITS_MAX_ROWS, many",
    "CUSTARD_AGENT_LIMITS_TIMEOUT, five minutes",
    "CUSTARD_AGENT_LIMITS_MAX_EXECUTIONS, 99999999999",
  })
  void aValueOfAnotherFormIsRefusedWithoutRepeatingIt(String variable, String value) {
    assertThatThrownBy(() -> Given.of(Map.of(variable, value), List.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageStartingWith(variable + " must be ")
        .hasMessageNotContaining(value);
  }

  @ParameterizedTest
  @CsvSource({"PT300S", "300s", "300", "pt5m"})
  void durationsMayBeWrittenInEitherForm(String value) throws InvalidSettings {
    Given given = Given.of(Map.of("CUSTARD_AGENT_LIMITS_TIMEOUT", value), List.of());

    assertThat(given.value(Setting.TIMEOUT)).isEqualTo(value);
  }

  @Test
  void flagsOfTheProcessBecomeProperties() throws InvalidSettings {
    Given given =
        Given.of(
            Map.of("CUSTARD_DRAIN_SECONDS", "99"),
            List.of("--drain-seconds=3", "--log-format", "json"));

    assertThat(given.properties())
        .containsOnly(
            Map.entry("custard.agent.limits.drain", "PT3S"),
            Map.entry("quarkus.log.console.json.enabled", "true"));
  }

  @Test
  void nothingGivenIsNoProperty() throws InvalidSettings {
    assertThat(Given.of(Map.of("CUSTARD_DRAIN_SECONDS", ""), List.of()).properties()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 127.0.0.1, 9464",
    "0, 127.0.0.1, 0",
    "0.0.0.0:80, 0.0.0.0, 80",
    "[::1]:9000, ::1, 9000",
    "localhost:1, localhost, 1",
  })
  void healthIsServedOnLoopbackUnlessSaidOtherwise(String text, String host, int port)
      throws InvalidSettings {
    assertThat(http(text)).contains(new HttpAddress(host, port));
  }

  @Test
  void healthCanBeOff() throws InvalidSettings {
    assertThat(http("off")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"on", "host:", ":", "1.2.3.4:99999", "http://h:1"})
  void otherAddressesAreRefused(String text) {
    assertThatThrownBy(() -> http(text)).hasMessageContaining("CUSTARD_AGENT_HTTP must be");
  }

  private static Optional<HttpAddress> http(String text) throws InvalidSettings {
    return HttpAddress.of(Given.of(Map.of("CUSTARD_AGENT_HTTP", text), List.of()));
  }
}

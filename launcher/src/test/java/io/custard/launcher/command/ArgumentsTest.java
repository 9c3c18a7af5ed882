package io.custard.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.launcher.command.Invocation.Demo;
import io.custard.launcher.seed.DatabaseUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static final String URL = "postgresql://ann@db:5432/sales";

  @Test
  void demoTakesAllItsOptions() throws Exception {
    Invocation read =
        Arguments.parse("demo", "--exit", "--json", "--db", URL, "--ask", "one?", "--ask=two?");

    assertThat(read)
        .isEqualTo(
            new Demo(true, true, Optional.of(DatabaseUrl.parse(URL)), 1, List.of("one?", "two?")));
  }

  @Test
  void demoAloneStaysUpAndAsksTheSamples() throws Exception {
    assertThat(Arguments.parse("demo"))
        .isEqualTo(new Demo(false, false, Optional.empty(), 1, List.of()));
  }

  @Test
  void questionMayLookLikeAnOption() throws Exception {
    assertThat(Arguments.parse("demo", "--ask", "--exit?"))
        .isEqualTo(new Demo(false, false, Optional.empty(), 1, List.of("--exit?")));
  }

  @Test
  void otherCommandsAreRead() throws Exception {
    assertThat(Arguments.parse("status", "--json")).isEqualTo(new Invocation.Status(true));
    assertThat(Arguments.parse("down")).isEqualTo(new Invocation.Down());
    assertThat(Arguments.parse("up")).isEqualTo(new Invocation.Up(Optional.empty(), 1));
    assertThat(Arguments.parse()).isEqualTo(new Invocation.Help());
  }

  @Test
  void severalGatewaysMayBeAskedFor() throws Exception {
    assertThat(Arguments.parse("up", "--gateways", "2"))
        .isEqualTo(new Invocation.Up(Optional.empty(), 2));
    assertThat(Arguments.parse("demo", "--gateways=4"))
        .isEqualTo(new Demo(false, false, Optional.empty(), 4, List.of()));
    assertThat(Arguments.parse("serve", "--gateways=3")).isEqualTo(new Invocation.Serve(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "demo --ask",
        "demo --db",
        "demo --exit=yes",
        "demo --loud",
        "up --json",
        "down now",
        "demo --db mysql://host/name",
        "up --gateways 0",
        "up --gateways 5",
        "up --gateways two",
        "down --gateways 2"
      })
  void mistakesAreSaid(String line) {
    assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("null");
  }
}

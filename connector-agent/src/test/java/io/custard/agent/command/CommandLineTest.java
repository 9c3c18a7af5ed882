package io.custard.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void flagsAloneRunTheAgent() {
    assertThat(line("--http", "off"))
        .isEqualTo(new Command.Line(Command.RUN, false, List.of("--http", "off")));
    assertThat(line()).isEqualTo(new Command.Line(Command.RUN, false, List.of()));
  }

  @Test
  void theFirstWordIsTheCommand() {
    assertThat(line("check", "--json"))
        .isEqualTo(new Command.Line(Command.CHECK, true, List.of("--json")));
    assertThat(line("--version").command()).isEqualTo(Command.VERSION);
  }

  @Test
  void helpCanBeAskedOfEveryCommand() {
    assertThat(line("--help")).isEqualTo(new Command.Line(Command.HELP, true, List.of()));
    assertThat(line("ledger", "verify", "-h"))
        .isEqualTo(new Command.Line(Command.HELP, true, List.of("ledger")));
    for (Command command : Command.values()) {
      assertThat(Help.of(List.of(command.word()))).startsWith("custard-agent " + command.word());
    }
  }

  private static Command.Line line(String... words) {
    return Command.Line.of(List.of(words));
  }
}

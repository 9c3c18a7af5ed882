package io.custard.agent;

import io.custard.agent.check.CheckReport;
import io.custard.agent.command.Command;
import io.custard.agent.command.Help;
import io.custard.agent.command.Terminal;
import io.custard.agent.config.Given;
import io.custard.agent.config.HttpAddress;
import io.custard.agent.config.InvalidSettings;
import io.custard.agent.config.SettingsReader;
import io.custard.agent.link.ExitCode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The program's first steps: answers what needs no agent, and refuses what cannot be read before
 * anything starts.
 */
@QuarkusMain
public final class AgentMain {
  private AgentMain() {}

  public static void main(String... args) {
    Command.Line line = Command.Line.of(List.of(args));
    switch (line.command()) {
      case HELP -> Terminal.out().print(Help.of(line.arguments()));
      case VERSION -> Terminal.out().println(Help.version());
      case LEDGER -> quietly(args);
      case CHECK -> check(line, args);
      case RUN -> run(line, args);
    }
  }

  private static void run(Command.Line line, String... args) {
    try {
      Given given = Given.of(System.getenv(), line.arguments());
      SettingsReader.read(given);
      HttpAddress.of(given);
      given.properties().forEach(System::setProperty);
    } catch (InvalidSettings e) {
      Terminal.err().printf("custard-agent: %s See custard-agent --help.%n", e.getMessage());
      System.exit(ExitCode.SETTINGS_WRONG.number());
    }
    Quarkus.run(AgentApplication.class, args);
  }

  private static void check(Command.Line line, String... args) {
    List<String> flags = new ArrayList<>(line.arguments());
    boolean asJson = flags.remove("--json");
    try {
      Given.of(System.getenv(), flags);
    } catch (InvalidSettings e) {
      PrintStream out = Terminal.out();
      System.exit(CheckReport.unreadable(out, asJson, String.valueOf(e.getMessage())).number());
    }
    quietly(args);
  }

  /** The answer is all that is printed. */
  private static void quietly(String... args) {
    System.setProperty("quarkus.log.level", "ERROR");
    Quarkus.run(AgentApplication.class, args);
  }
}

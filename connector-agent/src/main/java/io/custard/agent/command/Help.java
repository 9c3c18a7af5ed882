package io.custard.agent.command;

import io.custard.agent.config.Setting;
import io.custard.agent.database.DatabaseEngines;
import io.custard.agent.ledger.LedgerCommand;
import io.custard.agent.link.ExitCode;
import io.custard.protocol.agent.AgentProtocol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code --help} and {@code --version} print, made from the lists the agent works by. */
public final class Help {
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

  private Help() {}

  /** Of one command, or of all where the word is none. */
  public static String of(List<String> words) {
    Optional<Command> command = words.isEmpty() ? Optional.empty() : Command.of(words.getFirst());
    return command.map(Help::of).orElseGet(Help::all);
  }

  private static String all() {
    StringBuilder text =
        new StringBuilder("Custard's agent: runs judged statements beside a database.\n\n");
    for (Command command : Command.values()) {
      text.append("  ").append(command.usage()).append('\n');
      text.append("      ").append(command.does()).append('\n');
    }
    return text.append(settings()).append(exitCodes()).toString();
  }

  private static String of(Command command) {
    String head = "%s%n%n%s%n".formatted(command.usage(), sentence(command.does()));
    return switch (command) {
      case RUN -> head + settings() + exitCodes();
      case CHECK -> head + CHECK_MORE + settings() + exitCodes();
      case LEDGER -> head + LedgerCommand.MORE;
      case VERSION, HELP -> head;
    };
  }

  private static final String CHECK_MORE =
      """
      Each step has a deadline; all of them take a minute at most. A linked agent is not disturbed.
      --json prints one JSON object instead of lines.
      """;

  private static String settings() {
    StringBuilder text = new StringBuilder("\nFlags, and the variables they win over:\n");
    for (Setting setting : Setting.values()) {
      text.append(
          "  %-16s %-36s %s%n"
              .formatted(setting.flag().orElse(""), setting.variable(), plain(setting.meaning())));
    }
    return text.toString();
  }

  private static String exitCodes() {
    StringBuilder text = new StringBuilder("\nExit codes:\n");
    for (ExitCode code : ExitCode.values()) {
      text.append("  %d  %s%n".formatted(code.number(), plain(code.because())));
    }
    return text.toString();
  }

  /** The version of this build, or {@code dev} outside of one. */
  public static String version() {
    String build = Help.class.getPackage().getImplementationVersion();
    return "custard-agent %s, protocol %s, engines %s, Java %s"
        .formatted(
            build == null ? "dev" : build,
            AgentProtocol.SUBPROTOCOL,
            String.join(" ", DatabaseEngines.schemes()),
            Runtime.version());
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String plain(String markdown) {
    return LINK.matcher(markdown).replaceAll("$1").replace("`", "");
  }
}

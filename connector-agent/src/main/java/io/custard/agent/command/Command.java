package io.custard.agent.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first word after {@code custard-agent}. */
public enum Command {
  RUN("[FLAGS]", "links the agent and serves until it is told to stop; the word may be left out"),
  CHECK("[FLAGS] [--json]", "tries settings, gateway, key and database one after the other"),
  LEDGER(
      "verify|show [--dir FOLDER] [--head SEQ:HASH]",
      "says whether the ledger is whole, or prints it"),
  VERSION("", "prints the version, the protocol and the engines"),
  HELP("[COMMAND]", "prints this, or more about one command");

  private final String arguments;
  private final String does;

  Command(String arguments, String does) {
    this.arguments = arguments;
    this.does = does;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String usage() {
    return ("custard-agent " + word() + " " + arguments).strip();
  }

  String does() {
    return does;
  }

  static Optional<Command> of(String word) {
    return Arrays.stream(values()).filter(command -> command.word().equals(word)).findFirst();
  }

  /**
   * A command and what follows it.
   *
   * @param named false where the first word was left out
   */
  public record Line(Command command, boolean named, List<String> arguments) {
    public Line {
      arguments = List.copyOf(arguments);
    }

    /**
     * Without a command it is {@code run}; {@code --help} and {@code --version} count wherever they
     * stand as the first word or right after the command.
     */
    public static Line of(List<String> arguments) {
      String first = arguments.isEmpty() ? "" : arguments.getFirst();
      if (isHelp(first)) {
        return new Line(HELP, true, List.of());
      }
      if (first.equals("--version")) {
        return new Line(VERSION, true, List.of());
      }
      Optional<Command> command = Command.of(first);
      if (command.isEmpty()) {
        return new Line(RUN, false, arguments);
      }
      List<String> rest = arguments.subList(1, arguments.size());
      return rest.stream().anyMatch(Line::isHelp)
          ? new Line(HELP, true, List.of(first))
          : new Line(command.get(), true, rest);
    }

    private static boolean isHelp(String word) {
      return word.equals("--help") || word.equals("-h");
    }
  }
}

package io.custard.cli;

import io.custard.cli.guard.GuardCommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of {@code custard ask}, {@code custard sql} and {@code custard guard}; the script
 * picks the command.
 */
@Command(
    name = "custard",
    description = "Asks a running Custard, or its guard.",
    synopsisSubcommandLabel = "(ask | sql | guard)")
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("custard.home", ""));
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int exitCode = run(new Surroundings(System.getenv(), home, System.in, out, err), args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** Whatever the terminal's locale says, the text is UTF-8: it comes from databases. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }

  /**
   * Runs one command.
   *
   * @return 0 answered or accepted, 1 refused, 2 wrong usage, 3 nothing is running
   */
  static int run(Surroundings surroundings, String... args) {
    RunQuery runQuery = new RunQuery(surroundings);
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.addSubcommand(new AskCommand(runQuery));
    commandLine.addSubcommand(new SqlCommand(runQuery, new StreamQuery(surroundings)));
    commandLine.addSubcommand(new GuardCommand(surroundings.in(), surroundings.out()));
    // A question or a statement may well start with an @.
    commandLine.setExpandAtFiles(false);
    commandLine.setOut(surroundings.outWriter());
    commandLine.setErr(surroundings.errWriter());
    return commandLine.execute(args);
  }
}

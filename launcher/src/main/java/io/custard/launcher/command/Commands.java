package io.custard.launcher.command;

import io.custard.embedded.ServerStartException;
import io.custard.launcher.home.LauncherException;
import java.io.IOException;

/** Runs what the arguments ask for; every expected failure ends as a sentence and an exit code. */
public final class Commands {
  private static final String USAGE =
      """
      up [--db URL] [--gateways N] | down | status [--json]
      demo [--exit] [--json] [--db URL] [--gateways N] [--ask QUESTION]…
      """;

  private Commands() {}

  public static int run(Surroundings surroundings, String... arguments) {
    try {
      return run(Arguments.parse(arguments), surroundings);
    } catch (UsageException e) {
      surroundings.progress().print(e.getMessage() + "\n\n" + USAGE);
      return ExitCode.USAGE;
    } catch (LauncherException | ServerStartException e) {
      surroundings.progress().print("custard: " + e.getMessage());
      return ExitCode.FAILED;
    } catch (IOException e) {
      surroundings.progress().print("custard: files could not be used: " + e);
      return ExitCode.FAILED;
    }
  }

  private static int run(Invocation invocation, Surroundings surroundings) throws IOException {
    return switch (invocation) {
      case Invocation.Up up -> new UpCommand(up, surroundings).run();
      case Invocation.Serve serve -> new ServeCommand(surroundings).run(serve.gateways());
      case Invocation.Down down -> new DownCommand(surroundings).run();
      case Invocation.Status status -> new StatusCommand(surroundings, status.json()).run();
      case Invocation.Demo demo -> new DemoCommand(demo, surroundings).run();
      case Invocation.Help help -> {
        surroundings.out().print(USAGE);
        yield ExitCode.DONE;
      }
    };
  }
}

package io.custard.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.bench.stack.Ending;
import io.custard.cli.api.NotRunningException;
import io.custard.evaluation.replay.Replay;
import io.custard.evaluation.replay.Result;
import io.custard.evaluation.report.Differences;
import io.custard.evaluation.report.Figures;
import io.custard.evaluation.report.Summary;
import io.custard.evaluation.set.InvalidFile;
import io.custard.evaluation.set.Questions;
import io.custard.evaluation.set.Recorded;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Entry point of {@code custard eval}. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description =
        "Runs recorded SQL through the whole suite and straight on the databases, and compares.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every statement was replayed", "1:the replay broke off", "2:wrong usage"})
public final class Main implements Callable<Integer> {
  private static final int BROKEN_OFF = 1;
  private static final int WRONG_USAGE = 2;

  private final Path home = Path.of(System.getProperty("custard.home", "")).toAbsolutePath();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Parameters(
      paramLabel = "DIR",
      description = "Holds sets/SET/DB/ with questions*.jsonl and DB.sqlite.")
  private Path folder = Path.of("");

  @Option(
      names = "--replay",
      required = true,
      paramLabel = "FILE",
      description = "Lines {\"id\",\"model\",\"sql\"}; only the databases they name are used.")
  private Path replay = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ROWS",
      description = "Gets a line {\"id\",\"model\",\"rows\"} or {…,\"error\"} for each.")
  private Path rows = Path.of("");

  @Option(
      names = "--differences",
      paramLabel = "FILE",
      description = "Gets a line for each statement that fares otherwise on the database itself.")
  private @Nullable Path differences;

  @Option(names = "--json", description = "Print one JSON line instead of a table.")
  private boolean json;

  private Main() {}

  public static void main(String[] args) {
    Thread ending = endOnSignal(Thread.currentThread());
    int exitCode = new CommandLine(new Main()).setExpandAtFiles(false).execute(args);
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      return; // a signal came, and decides how this process ends
    }
    System.exit(exitCode);
  }

  /** A signal ends the replay as an error would, so that the stack and the agent end as well. */
  private static Thread endOnSignal(Thread replay) {
    Thread ending =
        new Thread(() -> {
          replay.interrupt();
          Ending.of(replay);
        });
    Runtime.getRuntime().addShutdownHook(ending);
    return ending;
  }

  @Override
  public Integer call() throws Exception {
    try {
      Questions questions = Questions.read(folder);
      List<Recorded> statements = Recorded.read(replay);
      report(new Replay(home, System.err).run(statements, questions, rows));
      return 0;
    } catch (InvalidFile e) {
      System.err.println("eval: " + e.getMessage());
      return WRONG_USAGE;
    } catch (NotRunningException e) {
      System.err.println("eval: " + e.getMessage());
    } catch (InterruptedException e) {
      System.err.println("eval: interrupted; " + rows + " is not whole");
    }
    return BROKEN_OFF;
  }

  private void report(List<Result> results) throws Exception {
    if (differences != null) {
      Differences.write(results, differences);
    }
    ObjectNode figures = Summary.of(results);
    if (json) {
      Figures.printJson(figures, out);
    } else {
      Figures.printTable(figures, out);
    }
  }
}

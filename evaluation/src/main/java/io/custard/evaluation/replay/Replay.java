package io.custard.evaluation.replay;

import io.custard.bench.stack.OwnAgent;
import io.custard.bench.stack.PublicApi;
import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.replay.StatementReplay.Done;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Questions;
import io.custard.evaluation.set.Recorded;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs recorded statements through the stack that runs, or one of its own: one database after the
 * other, each behind an agent as people start it.
 */
public final class Replay {
  /** For each statement, by the API's deadline; the same for running it directly. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** More than an agent runs at the same time by default, so that none of them waits for us. */
  private static final int AT_ONCE = 8;

  /** An agent says of every statement that it ran. */
  private static final Map<String, String> QUIET = Map.of("QUARKUS_LOG_LEVEL", "ERROR");

  private final Path home;
  private final PrintStream progress;

  public Replay(Path home, PrintStream progress) {
    this.home = home;
    this.progress = progress;
  }

  /**
   * Writes a line for each statement, in their order.
   *
   * @return how each fared, in the same order
   */
  public List<Result> run(List<Recorded> statements, Questions questions, Path out)
      throws Exception {
    Plan plan = Plan.of(statements, questions);
    try (RowsFile file = RowsFile.open(out, statements.size(), AT_ONCE)) {
      for (Map.Entry<Recorded, Outcome.Failed> left : plan.left().entrySet()) {
        file.add(left.getKey(), left.getValue());
      }
      if (!plan.databases().isEmpty()) {
        onTheStack(plan.databases(), file);
      }
      return file.write();
    }
  }

  private void onTheStack(Map<Path, List<Job>> databases, RowsFile file) throws Exception {
    Script script = new Script(home, progress);
    int number = 0;
    try (Stack stack = Stack.runningOrOwn(script);
        EvaluationApi api = new EvaluationApi(stack.context(), LIMIT)) {
      for (Map.Entry<Path, List<Job>> database : databases.entrySet()) {
        long start = System.nanoTime();
        onDatabase(stack, api, database.getKey(), database.getValue(), file);
        progress.printf(
            "eval: %d of %d databases, %s: %d statements in %.1f s%n",
            ++number,
            databases.size(),
            database.getKey().getFileName(),
            database.getValue().size(),
            (System.nanoTime() - start) / 1e9);
      }
    }
  }

  private void onDatabase(
      Stack stack, EvaluationApi api, Path database, List<Job> jobs, RowsFile file)
      throws Exception {
    OwnAgent.Settings settings =
        new OwnAgent.Settings(stack.context().url(), "sqlite:" + database.toRealPath(), QUIET);
    try (PublicApi owner = PublicApi.of(stack);
        OwnAgent agent = OwnAgent.start(new Script(home, progress), owner, settings)) {
      DatabaseReplay.awaitSchema(api, agent.connection());
      StatementReplay statements =
          new StatementReplay(api, agent.connection(), new DirectDatabase(database, LIMIT));
      for (Done done : DatabaseReplay.run(statements, jobs, file.spools())) {
        file.add(done);
      }
    }
  }
}

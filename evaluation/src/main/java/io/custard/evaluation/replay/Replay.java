package io.custard.evaluation.replay;

import io.custard.bench.stack.Script;
import io.custard.bench.stack.Stack;
import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.replay.StatementReplay.Done;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Questions;
import io.custard.evaluation.set.Recorded;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs recorded statements through the stack that runs, or one of its own: one database after the
 * other, each behind an agent as people start it.
 */
public final class Replay {
  /** For each statement, by the API's deadline; the same for running it directly. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** More than an agent runs at the same time by default, so that none of them waits for us. */
  private static final int AT_ONCE = 8;

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
    try (Stack stack = Stack.runningOrOwn(script);
        EvaluationApi api = new EvaluationApi(stack.context(), LIMIT);
        DatabasesAhead ahead =
            new DatabasesAhead(
                databases.keySet(), path -> LinkedDatabase.open(script, stack, api, path))) {
      for (int number = 1; ahead.hasNext(); number++) {
        try (LinkedDatabase database = ahead.next()) {
          List<Job> jobs = Objects.requireNonNull(databases.get(database.file()));
          onDatabase(api, database, jobs, file);
          progress.printf("eval: %d of %d databases%n", number, databases.size());
        }
      }
    }
  }

  private void onDatabase(EvaluationApi api, LinkedDatabase database, List<Job> jobs, RowsFile file)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    StatementReplay statements =
        new StatementReplay(
            api, database.agent().connection(), new DirectDatabase(database.file(), LIMIT));
    for (Done done : DatabaseReplay.run(statements, jobs, file.spools())) {
      file.add(done);
    }
    progress.printf(
        "eval: %s, %d statements in %.1f s%n",
        database.file().getFileName(), jobs.size(), (System.nanoTime() - start) / 1e9);
  }
}

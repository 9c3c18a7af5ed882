package io.custard.evaluation.replay;

import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.direct.SqlText;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Recorded;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Runs one statement after the other on one database both ways. Safe for several threads. */
final class StatementReplay {
  static final String UNREACHABLE = "EVAL_NO_ANSWER";

  /** What passes by itself, and says nothing of the statement. */
  private static final Set<String> PASSING =
      Set.of(
          "AGENT_BUSY",
          "AGENT_NOT_LINKED",
          "AGENT_LINK_LOST",
          "AGENT_DRAINING",
          "UPSTREAM_UNAVAILABLE",
          UNREACHABLE);

  private static final int ATTEMPTS = 4;
  private static final int PAUSE_MILLIS = 500;

  private final EvaluationApi api;
  private final String connection;
  private final DirectDatabase database;
  private final GoldResults gold;

  StatementReplay(EvaluationApi api, String connection, DirectDatabase database) {
    this.api = api;
    this.connection = connection;
    this.database = database;
    this.gold = new GoldResults(database);
  }

  /** What came about, and where its line is. */
  record Done(Result result, Spool.Place line) {}

  Done replay(Job job, Spool spool) throws IOException, InterruptedException {
    Recorded statement = job.statement();
    Verdict verdict = judged(statement.sql());
    long start = System.nanoTime();
    Outcome pipeline = throughTheSuite(statement, spool);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Spool.Place line = spool.end(statement, pipeline);
    Outcome direct = database.run(statement.sql());
    Result result =
        new Result(
            statement,
            verdict,
            Result.End.of(pipeline, gold.has(job.question(), pipeline)),
            Result.End.of(direct, gold.has(job.question(), direct)),
            isSame(statement.sql(), pipeline, direct),
            took);
    return new Done(result, line);
  }

  /** Judging changes nothing, so it is asked for again when no answer came. */
  private Verdict judged(String sql) throws IOException {
    try {
      return api.validate(connection, sql);
    } catch (IOException e) {
      return api.validate(connection, sql);
    }
  }

  private Outcome throughTheSuite(Recorded statement, Spool spool)
      throws IOException, InterruptedException {
    Outcome outcome = once(statement, spool);
    for (int attempt = 1; attempt < ATTEMPTS && isPassing(outcome); attempt++) {
      TimeUnit.MILLISECONDS.sleep(
          PAUSE_MILLIS * attempt + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
      outcome = once(statement, spool);
    }
    return outcome;
  }

  private Outcome once(Recorded statement, Spool spool) throws IOException {
    spool.begin(statement);
    try {
      return api.run(connection, statement.sql(), spool::row);
    } catch (IOException e) {
      return new Outcome.Failed(UNREACHABLE, "the answer did not come or broke off");
    }
  }

  private static boolean isPassing(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed && PASSING.contains(failed.code());
  }

  private static boolean isSame(String sql, Outcome pipeline, Outcome direct) {
    return pipeline instanceof Outcome.Ran one
        && direct instanceof Outcome.Ran other
        && one.rows().isSame(other.rows(), SqlText.of(sql).isOrdered());
  }
}

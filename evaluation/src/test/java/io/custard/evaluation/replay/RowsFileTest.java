package io.custard.evaluation.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.evaluation.TestingSet;
import io.custard.evaluation.replay.Result.End;
import io.custard.evaluation.replay.StatementReplay.Done;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.rows.RowTape;
import io.custard.evaluation.set.Questions;
import io.custard.evaluation.set.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsFileTest {
  @TempDir Path folder;

  @Test
  void linesStandInTheOrderOfTheStatementsHoweverTheyCome() throws Exception {
    Path out = folder.resolve("rows.jsonl");
    List<Recorded> statements =
        List.of(recorded(0, "M"), recorded(1, "M"), recorded(2, null), recorded(3, "M"));

    List<Result> results;
    try (RowsFile file = RowsFile.open(out, 4, 2)) {
      Spool first = file.spools().getFirst();
      Spool second = file.spools().getLast();
      file.add(done(first, statements.get(3), new Outcome.Failed("CODE", "why"), "[1]"));
      file.add(done(second, statements.get(1), ran(), "[1,\"a\"]", "[2,null]"));
      file.add(done(first, statements.get(0), ran()));
      file.add(statements.get(2), new Outcome.Failed("EVAL_DECLINED", "none"));
      results = file.write();
    }

    assertThat(Files.readAllLines(out))
        .containsExactly(
            "{\"id\":\"q0\",\"model\":\"M\",\"rows\":[]}",
            "{\"id\":\"q1\",\"model\":\"M\",\"rows\":[[1,\"a\"],[2,null]]}",
            "{\"id\":\"q2\",\"error\":\"EVAL_DECLINED: none\"}",
            "{\"id\":\"q3\",\"model\":\"M\",\"error\":\"CODE: why\"}");
    assertThat(results).extracting(Result::statement).isEqualTo(statements);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(out);
    }
  }

  @Test
  void aStatementThatIsTriedAgainLeavesNothingOfItsFirstTry() throws IOException {
    Path out = folder.resolve("rows.jsonl");
    try (RowsFile file = RowsFile.open(out, 1, 1)) {
      Spool spool = file.spools().getFirst();
      spool.begin(recorded(0, "M"));
      spool.row("[\"half\"]".getBytes(UTF_8));
      file.add(done(spool, recorded(0, "M"), ran(), "[1]"));
      file.write();
    }

    assertThat(out).hasContent("{\"id\":\"q0\",\"model\":\"M\",\"rows\":[[1]]}");
  }

  @Test
  void onlyNamedFilesAreUsedAndTheRestIsLeftOutWithAReason() throws Exception {
    Path database = TestingSet.make(folder);
    List<Recorded> statements =
        List.of(
            new Recorded(0, "coast-1", "M", "select 1"),
            new Recorded(1, "harbour-1", "M", "select 1"),
            new Recorded(2, "coast-9", "M", "select 1"),
            new Recorded(3, "coast-2", "M", " "),
            new Recorded(4, "coast-1-other", "M", "select 2"));

    Plan plan = Plan.of(statements, Questions.read(folder));

    assertThat(plan.databases()).containsOnlyKeys(database.toAbsolutePath());
    assertThat(plan.databases().get(database.toAbsolutePath()))
        .extracting(job -> job.statement().position())
        .containsExactly(0, 4);
    assertThat(plan.left().values())
        .extracting(Outcome.Failed::code)
        .containsExactly("EVAL_SET_UNSUPPORTED", "EVAL_QUESTION_UNKNOWN", "EVAL_DECLINED");
  }

  private static Done done(Spool spool, Recorded statement, Outcome outcome, String... rows)
      throws IOException {
    spool.begin(statement);
    for (String row : rows) {
      spool.row(row.getBytes(UTF_8));
    }
    Result result =
        new Result(statement, Verdict.NONE, End.of(outcome, false), End.NONE, false, Duration.ZERO);
    return new Done(result, spool.end(statement, outcome));
  }

  private static Outcome ran() {
    return new Outcome.Ran(new RowTape().end());
  }

  private static Recorded recorded(int position, String model) {
    return new Recorded(position, "q" + position, model, "select 1");
  }
}

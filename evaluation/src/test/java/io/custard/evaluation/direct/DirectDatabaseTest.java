package io.custard.evaluation.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.evaluation.TestingSet;
import io.custard.evaluation.rows.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectDatabaseTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void make() throws Exception {
    file = TestingSet.make(folder);
  }

  @Test
  void valuesHaveTheTypesTheyAreKeptWith() {
    Outcome outcome = run("select * from lighthouse where id = 1", 30_000);

    assertThat(((Outcome.Ran) outcome).rows().rows())
        .containsExactly(
            Arrays.asList(
                1L,
                "North Point",
                31.5,
                1L,
                "1871-06-01",
                "2024-05-01 10:00:00",
                "hi",
                "{\"lamp\": \"LED\"}"));
  }

  @Test
  void aTextInDoubleQuotesThatIsNoColumnIsAText() {
    Outcome outcome = run("select count(*) from keeper where name = \"Ida\"", 30_000);

    assertThat(((Outcome.Ran) outcome).rows().rows()).containsExactly(Arrays.asList(2L));
  }

  @Test
  void nothingIsWrittenAndOnlyQueriesAreRun() {
    assertThat(run("delete from keeper", 30_000))
        .isEqualTo(new Outcome.Failed(DirectDatabase.NO_QUERY, "not one statement that reads"));
    assertThat(((Outcome.Failed) run("select nothing from keeper", 30_000)).code())
        .isEqualTo(DirectDatabase.FAILED);
  }

  @Test
  void whatDoesNotEndIsEnded() {
    String endless =
        "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t";

    assertThat(((Outcome.Failed) run(endless, 50)).code()).isEqualTo(DirectDatabase.LATE);
  }

  private Outcome run(String sql, long millis) {
    return new DirectDatabase(file, Duration.ofMillis(millis)).run(sql);
  }
}

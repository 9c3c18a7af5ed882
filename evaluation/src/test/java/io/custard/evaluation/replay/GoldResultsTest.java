package io.custard.evaluation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.evaluation.TestingSet;
import io.custard.evaluation.direct.DirectDatabase;
import io.custard.evaluation.rows.Outcome;
import io.custard.evaluation.set.Question;
import io.custard.evaluation.set.Questions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldResultsTest {
  @TempDir Path folder;

  @Test
  void anyOfTheRightResultsIsRight() throws Exception {
    DirectDatabase database = new DirectDatabase(TestingSet.make(folder), Duration.ofSeconds(30));
    Question question = Questions.read(folder).find("coast-2").orElseThrow();
    GoldResults gold = new GoldResults(database);

    assertThat(
            gold.has(question, database.run("select height, name from lighthouse order by 1 desc")))
        .isTrue();
    assertThat(gold.has(question, database.run("select name from lighthouse order by height desc")))
        .isTrue();
    assertThat(gold.has(question, database.run("select name, height from lighthouse order by 2")))
        .isFalse();
    assertThat(gold.has(question, new Outcome.Failed("CODE", "why"))).isFalse();
  }
}

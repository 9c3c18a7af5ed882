package io.custard.evaluation.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.evaluation.TestingSet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {
  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void make() throws Exception {
    database = TestingSet.make(folder);
  }

  @Test
  void everyWordingOfEverySetIsFoundById() throws Exception {
    Questions questions = Questions.read(folder);

    Question ordered = questions.find("coast-2").orElseThrow();
    assertThat(ordered.set()).isEqualTo("coast");
    assertThat(ordered.database()).isEqualTo(database.toAbsolutePath());
    assertThat(ordered.gold()).hasSize(2);
    assertThat(ordered.ordered()).isTrue();
    assertThat(questions.find("coast-1-other")).isPresent();
    assertThat(questions.find("harbour-1").orElseThrow().isReplayable()).isFalse();
    assertThat(questions.find("coast-3")).isEmpty();
  }

  @Test
  void anIdThatComesTwiceIsRefused() throws Exception {
    Path list = database.resolveSibling("questions.more.jsonl");
    Files.writeString(list, "{\"id\":\"coast-1\",\"db_id\":\"lights\",\"gold_sql\":\"select 1\"}");

    assertThatThrownBy(() -> Questions.read(folder))
        .isInstanceOf(InvalidFile.class)
        .hasMessageContaining("coast-1");
  }

  @Test
  void aFolderWithoutSetsIsRefused() {
    assertThatThrownBy(() -> Questions.read(folder.resolve("sets")))
        .isInstanceOf(InvalidFile.class);
  }

  @Test
  void recordedStatementsKeepTheirOrderAndMayHaveNoModel() throws Exception {
    Path file = folder.resolve("replay.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"b\",\"model\":\"M\",\"sql\":\"select 1\"}\n\n{\"id\":\"a\",\"sql\":\"\"}\n");

    assertThat(Recorded.read(file))
        .containsExactly(new Recorded(0, "b", "M", "select 1"), new Recorded(1, "a", null, ""));
  }

  @Test
  void aLineThatIsNoStatementIsNamed() throws Exception {
    Path file = folder.resolve("replay.jsonl");
    Files.writeString(file, "{\"id\":\"b\",\"sql\":\"select 1\"}\nselect 2\n");

    assertThatThrownBy(() -> Recorded.read(file))
        .isInstanceOf(InvalidFile.class)
        .hasMessageContaining("Line 2");
  }
}

package io.custard.query.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.TableDescription;
import io.custard.query.prompt.TestingTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class MeaningsTest {
  private static final OrganisationId OWNER = new OrganisationId(UUID.randomUUID());
  private static final List<TableDescription> TABLES =
      List.of(TestingTables.table("a", "id"), TestingTables.table("b", "id", "name"));

  private final List<String> computed = new ArrayList<>();
  private final TextVectors vectors =
      wording -> {
        computed.add(wording.text());
        return Optional.of(new float[] {0.6F, wording.text().startsWith("a") ? 0.8F : -0.8F});
      };

  @Test
  void likenessSurvivesTheSmallerForm() {
    double[] likeness = meanings(Runnable::run).of(OWNER, TABLES).likeness("a?").orElseThrow();

    assertThat(likeness[0]).isCloseTo(1, within(0.01));
    assertThat(likeness[1]).isCloseTo(-0.28, within(0.01));
  }

  @Test
  void nothingIsComputedBeforeItIsWanted() {
    meanings(Runnable::run).of(OWNER, TABLES);

    assertThat(computed).isEmpty();
  }

  @Test
  void aQuestionDoesNotWaitForTheTables() {
    List<Runnable> later = new ArrayList<>();
    TableMeanings meanings = meanings(later::add).of(OWNER, TABLES);

    assertThat(meanings.likeness("a?")).isEmpty();
    assertThat(meanings.likeness("a?")).isEmpty();
    assertThat(later).hasSize(1);

    later.getFirst().run();
    assertThat(meanings.likeness("a?")).isPresent();
  }

  @Test
  void aNewVersionCostsItsChangedTablesAlone() {
    Meanings meanings = meanings(Runnable::run);
    meanings.of(OWNER, TABLES).likeness("?");
    computed.clear();

    List<TableDescription> changed = List.of(TABLES.getFirst(), TestingTables.table("c", "id"));
    meanings.of(OWNER, changed).likeness("?");

    assertThat(computed).containsExactly("c: id", "?");
  }

  @Test
  void anotherOrganisationsTextsAreComputedAnew() {
    Meanings meanings = meanings(Runnable::run);
    meanings.of(OWNER, TABLES).likeness("?");
    meanings.of(new OrganisationId(UUID.randomUUID()), TABLES).likeness("?");

    assertThat(computed).hasSize(6);
  }

  @Test
  void aFullQueueIsTriedAgainLater() {
    List<Runnable> accepted = new ArrayList<>();
    boolean[] full = {true};
    TableMeanings meanings =
        meanings(
                task -> {
                  if (full[0]) {
                    throw new RejectedExecutionException();
                  }
                  accepted.add(task);
                })
            .of(OWNER, TABLES);

    assertThat(meanings.likeness("a?")).isEmpty();
    full[0] = false;
    assertThat(meanings.likeness("a?")).isEmpty();
    assertThat(accepted).hasSize(1);
  }

  @Test
  void aTableIsReadByItsNamesAndComments() {
    assertThat(Wording.of(TestingTables.table("GuestStays", "id", "arr_date")).text())
        .isEqualTo("guest stays: id, arr date");
  }

  private Meanings meanings(Executor executor) {
    return new Meanings(vectors, executor);
  }
}

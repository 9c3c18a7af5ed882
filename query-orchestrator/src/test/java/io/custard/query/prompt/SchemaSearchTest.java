package io.custard.query.prompt;

import static io.custard.query.prompt.TestingTables.hotel;
import static io.custard.query.prompt.TestingTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.TableDescription;
import io.custard.query.meaning.Meanings;
import io.custard.query.meaning.TableMeanings;
import io.custard.query.meaning.TextVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaSearchTest {
  private static final int ROOM_FOR_A_FEW = 900;

  @Test
  void aSchemaThatFitsIsShownWhole() {
    SchemaPart part = new SchemaSearch(hotel()).find("anything", 100_000);

    assertThat(part.tables()).hasSize(hotel().size());
    assertThat(part.leftOut()).isEmpty();
  }

  @Test
  void theTableThatIsNamedComesFirst() {
    assertThat(shown("How many guests are there?")).startsWith("guests");
  }

  @Test
  void theBudgetIsKept() {
    SchemaPart part = new SchemaSearch(hotel()).find("guests in rooms", ROOM_FOR_A_FEW);

    assertThat(SchemaText.of(part)).hasSizeLessThanOrEqualTo(ROOM_FOR_A_FEW);
    assertThat(part.all()).isEqualTo(hotel().size());
    assertThat(part.tables()).hasSizeLessThan(hotel().size());
  }

  @Test
  void theTableBetweenTwoNamedOnesIsShown() {
    assertThat(shown("Which guests slept on which floor?")).contains("guests", "stays", "rooms");
  }

  @Test
  void aSynonymIsFound() {
    assertThat(shown("What is the salary of each employee?")).startsWith("workers");
  }

  @Test
  void aNameWrittenWithoutGapsIsFoundByItsEnd() {
    assertThat(shown("Sum of the invoices")).startsWith("sbinvoice");
  }

  @Test
  void aWideTableIsShownWithItsKeysAndTheColumnsAskedFor() {
    List<String> columns = new ArrayList<>(List.of("id", "guest_id->guests"));
    IntStream.range(0, 300).forEach(i -> columns.add("measure_" + i));
    columns.add("heartbeat");
    List<TableDescription> tables = new ArrayList<>(hotel());
    tables.add(table("observations", columns.toArray(String[]::new)));

    SchemaPart part = new SchemaSearch(tables).find("heartbeat of observations", 1_500);

    String text = SchemaText.of(part);
    assertThat(text)
        .contains("table observations", "  id text", "  guest_id text", "  heartbeat text")
        .containsPattern("… 2\\d\\d more columns")
        .contains("table guests");
  }

  @Test
  void meaningFindsWhatNoWordOfTheQuestionNames() {
    TextVectors lodgers =
        wording ->
            Optional.of(
                wording.text().startsWith("guests") || wording.text().contains("lodgers")
                    ? new float[] {1, 0}
                    : new float[] {0, 1});

    assertThat(shown(with(lodgers), "Who are the lodgers?")).startsWith("guests");
  }

  @Test
  void withoutVectorsTheWordsDecide() {
    assertThat(shown(with(TextVectors.NONE), "How many guests are there?"))
        .isEqualTo(shown("How many guests are there?"));
  }

  private static List<String> shown(String question) {
    return shown(TableMeanings.NONE, question);
  }

  private static List<String> shown(TableMeanings meanings, String question) {
    return new SchemaSearch(hotel(), meanings)
        .find(question, ROOM_FOR_A_FEW).tables().stream().map(TableDescription::name).toList();
  }

  private static TableMeanings with(TextVectors vectors) {
    return new Meanings(vectors, Runnable::run).of(new OrganisationId(UUID.randomUUID()), hotel());
  }
}

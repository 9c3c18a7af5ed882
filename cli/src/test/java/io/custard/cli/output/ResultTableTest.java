package io.custard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.custard.cli.api.QueryAnswer.Column;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  @Test
  void alignsTextLeftAndNumbersRight() {
    // Given
    List<List<JsonNode>> rows =
        List.of(
            List.of(JSON.textNode("Ada"), JSON.numberNode(12)),
            List.of(JSON.textNode("Bertram"), JSON.numberNode(new BigDecimal("3.50"))));

    // When
    List<String> lines = printed(columns("name", "sum"), rows);

    // Then
    assertThat(lines)
        .containsExactly(
            "name      sum", "───────  ────", "Ada        12", "Bertram  3.50", "(2 rows)");
  }

  @Test
  void showsNullAsWordAndKeepsColumnNumeric() {
    // Given
    List<List<JsonNode>> rows = List.of(List.of(JSON.nullNode()), List.of(JSON.numberNode(1)));

    // When
    List<String> lines = printed(columns("n"), rows);

    // Then
    assertThat(lines).containsExactly("   n", "────", "NULL", "   1", "(2 rows)");
  }

  @Test
  void printsOnlyTheHeadingWithoutRows() {
    assertThat(printed(columns("a"), List.of())).containsExactly("a", "─", "(0 rows)");
  }

  @Test
  void escapesWhateverCouldSteerTheTerminal() {
    // Given
    String hostile = "\u001b[2J\u0007\r\n\t\u009b31m\u007f\u202eevil\u2028\udb40\udc41\ud800x";

    // When
    List<String> lines = printed(columns(hostile), List.of(List.of(JSON.textNode(hostile))));

    // Then
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo(lines.get(2));
    assertThat(lines.get(2)).startsWith("\\u{1b}[2J\\u{7}\\r\\n\\t\\u{9b}31m").endsWith("…");
    assertThat(lines.get(2)).doesNotContainPattern("[\\p{Cntrl}\u007f-\u009f\u202e\u2028]");
  }

  @Test
  void shortensWideCells() {
    // Given
    JsonNode long100k = JSON.textNode("x".repeat(100_000));

    // When
    List<String> lines = printed(columns("c"), List.of(List.of(long100k)));

    // Then
    assertThat(lines.get(2)).isEqualTo("x".repeat(47) + "…");
  }

  @Test
  void boundsCellsOfCombiningMarks() {
    // Given
    JsonNode stacked = JSON.textNode("a" + "\u0301".repeat(100_000));

    // When
    List<String> lines = printed(columns("c"), List.of(List.of(stacked)));

    // Then
    assertThat(lines.get(2)).hasSizeLessThan(300);
  }

  @Test
  void countsWideCharactersTwice() {
    // Given
    List<List<JsonNode>> rows =
        List.of(
            List.of(JSON.textNode("日本"), JSON.textNode("|")),
            List.of(JSON.textNode("🎉e\u0301"), JSON.textNode("|")));

    // When
    List<String> lines = printed(columns("c", "d"), rows);

    // Then
    assertThat(lines.get(2)).isEqualTo("日本  |");
    assertThat(lines.get(3)).isEqualTo("🎉e\u0301   |");
  }

  @Test
  void showsNestedValuesAsJson() {
    // Given
    JsonNode nested = JSON.objectNode().put("a", 1);

    // When / Then
    assertThat(printed(columns("c"), List.of(List.of(nested)))).contains("{\"a\":1}");
  }

  @Test
  void survivesRowsShorterOrLongerThanTheHeading() {
    // Given
    List<List<JsonNode>> rows = List.of(List.of(), List.of(JSON.numberNode(1), JSON.numberNode(2)));

    // When / Then
    assertThat(printed(columns("c"), rows)).containsExactly("c", "─", "", "1", "(2 rows)");
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names).map(name -> new Column(name, "text")).toList();
  }

  private static List<String> printed(List<Column> columns, List<List<JsonNode>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultTable.print(columns, rows, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.conversation.change.Choice;
import io.custard.conversation.change.Clarification;
import io.custard.guard.Dialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmbiguityTest {
  private static Optional<Clarification> of(String schema, String... sqls) {
    return Ambiguity.of(
        "Sales of last year", List.of(sqls), Dialect.POSTGRESQL, TestingSchemas.tables(schema));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT count(*) FROM orders|select COUNT(*) as n from \"orders\" o",
        "SELECT id, total FROM orders|SELECT total AS t, o.id FROM orders AS o ORDER BY 1",
        "SELECT id FROM orders WHERE paid AND total > 5|SELECT id FROM orders WHERE 5 < total AND"
            + " (paid)",
        "SELECT status, sum(total) FROM orders GROUP BY 1|SELECT status, sum(total) FROM orders"
            + " GROUP BY status",
        "SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.city ="
            + " 'Rome'|SELECT o.id FROM customers c, orders o WHERE c.city = 'Rome' AND"
            + " o.customer_id = c.id"
      })
  void isNotWhatIsOnlyWrittenDifferently(String one, String other) {
    assertThat(of("shop", one, other)).isEmpty();
  }

  @Test
  void namesTheFiguresThatDiffer() {
    assertThat(labels(of("shop", "SELECT count(*) FROM orders", "SELECT sum(total) FROM orders")))
        .containsExactly("number of rows", "sum of total");
  }

  @Test
  void namesTheDatesThatDiffer() {
    String sql = "SELECT count(*) FROM visits WHERE %s >= '2025-01-01' AND %<s < '2026-01-01'";

    assertThat(labels(of("clinic", sql.formatted("visited_on"), sql.formatted("billed_on"))))
        .containsExactly(
            "visited on 2025-01-01 to 2025-12-31", "billed on 2025-01-01 to 2025-12-31");
  }

  @Test
  void tellsApartWhatItHasNoWordsFor() {
    Optional<Clarification> asked =
        of(
            "shop",
            "SELECT count(*) FROM orders WHERE paid OR total > 5",
            "SELECT count(*) FROM orders WHERE paid OR total > 6",
            "SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id",
            "SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id");

    assertThat(labels(asked)).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void leavesOutWhatCannotBeRead() {
    assertThat(of("shop", "SELECT count(*) FROM orders", "DROP TABLE orders")).isEmpty();
  }

  private static List<String> labels(Optional<Clarification> asked) {
    return asked.orElseThrow().choices().stream().map(Choice::label).toList();
  }
}

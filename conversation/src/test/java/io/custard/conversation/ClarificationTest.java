package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.conversation.change.Change;
import io.custard.conversation.change.Clarification;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.guard.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClarificationTest {
  private static final Knowledge SHOP = TestingSchemas.knowledge("shop", Dialect.POSTGRESQL);

  @ParameterizedTest
  @ValueSource(strings = {"only Lisbon, in 2025", "in 2025 just the paid ones", "per customer"})
  void everyChoiceOfAFollowUpGivesItsOwnStatement(String says) {
    String sql = "SELECT status, count(*) FROM orders GROUP BY status";
    QuestionState state = QuestionState.read(sql, Dialect.POSTGRESQL, SHOP.tables()).orElseThrow();

    FollowUp read = FollowUp.read(says, new StateOfThread(sql, state), SHOP);

    assertThat(read).isInstanceOf(FollowUp.Unclear.class);
    assertThat(results(sql, ((FollowUp.Unclear) read).clarification()))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(result -> result.contains("2025") == says.contains("2025"));
  }

  @Test
  void everyWayToATableGivesItsOwnStatement() {
    String sql = "SELECT count(*) FROM orders";
    Change region =
        new Change.AddDimension(
            new Dimension(new ColumnName("addresses", "region"), null), false, List.of());

    Rewritten rewritten =
        Rewrite.apply(
            sql, List.of(region, new Change.SetLimit(3)), Dialect.POSTGRESQL, SHOP.tables());

    assertThat(rewritten).isInstanceOf(Rewritten.Unclear.class);
    assertThat(results(sql, ((Rewritten.Unclear) rewritten).clarification()))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(result -> result.endsWith("LIMIT 3"));
  }

  @Test
  void offersThreeChoicesAtMost() {
    List<Clarification.Reading> readings =
        IntStream.range(0, 9)
            .mapToObj(i -> new Clarification.Reading("reading", List.of(new Change.SetLimit(i))))
            .toList();

    assertThat(Clarification.of("Which?", readings).choices()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "Last  Month's sales!,what were LAST month's sales in Rome?,true",
    "sales,wholesales of 2024,false",
    "net sales,sales net,false"
  })
  void aChosenReadingAppliesToItsPhrase(String phrase, String question, boolean applies) {
    assertThat(new PreferredReading(phrase, "orders.total").applies(question)).isEqualTo(applies);
  }

  private static List<String> results(String sql, Clarification clarification) {
    return clarification.choices().stream()
        .map(choice -> Rewrite.apply(sql, choice.changes(), Dialect.POSTGRESQL, SHOP.tables()))
        .map(result -> ((Rewritten.Changed) result).sql())
        .toList();
  }
}

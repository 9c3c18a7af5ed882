package io.custard.query.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import io.custard.query.suggest.Suggestion.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final TableDescription CUSTOMERS =
      table("customers", List.of("id", "full_name", "password_hash", "country"));
  private static final TableDescription ORDERS =
      table("customer_order", List.of("id", "customer_id", "status", "amount"), to("customers"));
  private static final TableDescription TAGS =
      table("order_tags", List.of("customer_order_id"), to("customer_order"));

  @Test
  void theyAreOfDifferentKindsAndAboutTheTablesThatOthersReferTo() {
    List<Suggestion> questions = Candidates.of(List.of(TAGS, ORDERS, CUSTOMERS)).questions();

    assertThat(questions)
        .startsWith(
            new Suggestion("How many customer orders are there?", Kind.COUNT),
            new Suggestion("How many customers are there by country?", Kind.GROUPING),
            new Suggestion("Which 5 customers have the most customer orders?", Kind.TOP),
            new Suggestion(
                "What is the average amount of customer orders by status?", Kind.FIGURE));
    assertThat(questions)
        .extracting(Suggestion::question)
        .noneMatch(question -> question.contains("password") || question.contains("tags"));
  }

  @Test
  void emptyTablesViewsAndASchemaWithoutTablesGiveNothing() {
    TableDescription empty =
        new TableDescription(
            "public",
            "a",
            TableDescription.TABLE,
            null,
            0,
            CUSTOMERS.columns(),
            List.of(),
            List.of());
    TableDescription view =
        new TableDescription(
            "public",
            "b",
            TableDescription.VIEW,
            null,
            9,
            CUSTOMERS.columns(),
            List.of(),
            List.of());

    assertThat(Candidates.of(List.of(empty, view)).questions()).isEmpty();
    assertThat(Candidates.of(List.of()).questions()).isEmpty();
  }

  @Test
  void namesReadAsWords() {
    assertThat(
            Stream.of("OrderItems", "tbl_category", "person", "boxes", "status", "order_day")
                .map(PlainName::plural))
        .containsExactly(
            "order items", "tbl categories", "people", "boxes", "statuses", "order days");
  }

  private static TableDescription table(String name, List<String> columns, ForeignKey... keys) {
    return new TableDescription(
        "public",
        name,
        TableDescription.TABLE,
        null,
        10,
        columns.stream().map(CandidatesTest::column).toList(),
        List.of(columns.getFirst()),
        List.of(keys));
  }

  private static Column column(String name) {
    boolean number = name.endsWith("id") || name.equals("amount");
    return new Column(
        name,
        number ? ColumnType.INTEGER : ColumnType.TEXT,
        number ? "integer" : "text",
        true,
        null);
  }

  private static ForeignKey to(String table) {
    String column = table.equals("customers") ? "customer_id" : "customer_order_id";
    return new ForeignKey(List.of(column), "public", table, List.of("id"));
  }
}

package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopQuestionsTest {
  private static final TestingDatabase SHOP = TestingDatabase.of(TestingSchemas.SHOP);

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "How many customers are there?~4",
        "How many customers are in Germany?~2",
        "Count the customers from france~1",
        "Show the names of all products~Green Tea; Black Tea; Espresso; Mocha",
        "What is the average unit price of products?~6.0",
        "What are the lowest and highest prices?~3.5|9",
        "Which countries do customers come from?~Germany; France; Germany; Ireland",
        "How many different countries are there?~3",
        "List the names of customers sorted by city~Anna Berg; Cy Dunn; Pat O'Brien; Bo Cole",
        "names of products with a price above 4 in descending order of price~Mocha; Espresso; Green Tea",
        "What is the most expensive product?~Mocha",
        "Show the two cheapest products~Black Tea; Green Tea",
        "List the cities of customers whose name is 'Anna Berg'~Berlin",
        "What is the city of Pat O'Brien?~Cork",
        "Which customers have no email?~Bo Cole",
        "products that cost between 4 and 8~Green Tea; Espresso",
      })
  void answersQuestionsOverOneTable(String question, String rows) {
    assertThat(SHOP.answer(question)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "How many orders does each customer have?~Anna Berg|3; Bo Cole|1; Cy Dunn|1",
        "number of products per category~Tea|2; Coffee|2",
        "Show the name of the customer with the most orders~Anna Berg",
        "Which customers have at least 2 orders?~Anna Berg",
        "Which customers have more than one order?~Anna Berg",
        "Which customers have no orders?~Pat O'Brien",
        "Which customers never ordered Espresso?~Cy Dunn; Pat O'Brien",
        "Which customers without orders are from Ireland?~Pat O'Brien",
        "How many orders does Anna Berg have?~3",
        "How many customers have orders?~3",
        "Names of products in the category Tea~Green Tea; Black Tea",
        "average price of products by category~Tea|4.0; Coffee|8.0",
        "Which category has the most products?~Tea",
        "names of customers with shipped orders~Anna Berg; Bo Cole",
      })
  void answersQuestionsOverReferences(String question, String rows) {
    assertThat(SHOP.answer(question)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "How many orders were placed in 2024?~4",
        "How many orders are there in May 2024?~1",
        "How many orders were placed last month?~1",
        "How many orders were placed since 2024-06-01?~2",
        "How many customers joined before 2023?~1",
        "How many customers joined after 2023?~1",
        "How many orders were placed in the last 20 days?~2",
      })
  void readsDatesAgainstToday(String question, String rows) {
    assertThat(SHOP.answer(question)).isEqualTo(rows);
  }

  @Test
  void filterOverSeveralRowsRepeatsNoRow() {
    assertThat(SHOP.answer("names of customers with orders"))
        .isEqualTo("Anna Berg; Bo Cole; Cy Dunn");
    assertThat(SHOP.sql("names of customers with orders").sql()).contains("EXISTS");
  }

  @Test
  void comparesWithTheAverageOfTheWholeTable() {
    assertThat(SHOP.answer("Which products have a price above the average?"))
        .isEqualTo("Espresso; Mocha");
  }

  @Test
  void answerNamesCellsNotFigures() {
    Translation.Sql sql = SHOP.sql("How many customers are there?");
    assertThat(sql.answerTemplate()).isEqualTo("There are {rows[0][0]} customers.");
    assertThat(sql.explanation()).isEqualTo("Counts rows of customers.");
    assertThat(sql.tables()).containsExactly("customers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "What is the profitability of customers?~'profitability'",
        "Why do customers leave?~Why",
        "Forecast the orders of next year~Forecast",
        "Delete all customers~Delete",
        "hello~hello",
        "Is Anna a good customer?~begins with",
        "How many unicorns are there?~unicorns",
      })
  void refusesWhatItDoesNotUnderstand(String question, String part) {
    assertThat(SHOP.reason(question)).containsIgnoringCase(part.replace("'", ""));
  }

  @Test
  void listsTablesAndColumns() {
    assertThat(SHOP.answer("list tables")).contains("customers|table");
    assertThat(SHOP.answer("what tables are there?")).contains("orders|table");
    assertThat(SHOP.answer("describe products")).contains("unit_price");
    assertThat(SHOP.answer("columns of order lines")).contains("qty");
    assertThat(SHOP.answer("show the first 2 rows of categories")).isEqualTo("1|Tea; 2|Coffee");
  }
}

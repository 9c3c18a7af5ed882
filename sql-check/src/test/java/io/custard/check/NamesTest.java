package io.custard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {
  private static final List<Dialect> DIALECTS =
      List.of(Dialect.POSTGRESQL, Dialect.SQLITE, Dialect.MYSQL, Dialect.DUCKDB);

  static Stream<Arguments> statements() {
    return DIALECTS.stream()
        .flatMap(dialect ->
            Stream.of("every", dialect.name().toLowerCase(Locale.ROOT))
                .flatMap(file -> TestingShop.lines("names/" + file + ".sql").stream())
                .map(line -> Arguments.of(dialect, line.expected(), line.sql())));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("statements")
  void findsTheWrongNameAndNoOther(Dialect dialect, String expected, String sql) {
    List<Problem> problems = TestingShop.check(dialect, sql).problems();

    assertThat(problems.stream().map(Problem::written).map(name -> expectedForm(name, expected)))
        .containsExactlyElementsOf(expected.equals("ok") ? List.of() : List.of(expected));
  }

  // Where the relation before the dot is what is missing, it alone is the wrong name.
  private static String expectedForm(String name, String expected) {
    return expected.startsWith(name + ".") ? expected : name;
  }

  @Test
  void saysWhatIsThereAndWhatMayBeMeant() {
    Problem problem = only("SELECT o.total_amount FROM orders o");

    assertThat(problem.sentence())
        .isEqualTo(
            "There is no column o.total_amount. orders has: id, customer_id, total, status,"
                + " created_at, paid, token; did you mean total?");
    assertThat(problem.position()).isEqualTo(7);
  }

  @Test
  void suggestsTheSameColumnOfAJoinedTableFirst() {
    assertThat(only("SELECT o.budget FROM orders o JOIN customers c ON c.id = o.customer_id"))
        .extracting(Problem::suggestions)
        .isEqualTo(List.of("c.budget"));
  }

  @Test
  void suggestsTheTableThatHasTheColumn() {
    assertThat(only("SELECT salary FROM stores").suggestions()).contains("employees.salary");
  }

  @Test
  void suggestsTheSpellingPostgresNeeds() {
    assertThat(only("SELECT userid FROM \"AuditLog\"").suggestions())
        .first()
        .isEqualTo("\"userId\"");
    assertThat(only("SELECT id FROM auditlog").suggestions()).first().isEqualTo("\"AuditLog\"");
  }

  @Test
  void suggestsTheAliasOfATable() {
    assertThat(only("SELECT customers.name FROM customers c").sentence())
        .isEqualTo("There is no table customers in FROM. FROM has: c; did you mean c?");
  }

  @Test
  void asksWhichOfSeveralColumnsIsMeant() {
    assertThat(only("SELECT id FROM orders o JOIN payments p ON p.customer_id = o.customer_id"))
        .extracting(Problem::sentence)
        .isEqualTo("The column id could be any of o.id, p.id; say which.");
  }

  @Test
  void keepsSentencesShort() {
    String name = "x".repeat(3_000);

    assertThat(only("SELECT " + name + " FROM orders").sentence()).hasSizeLessThan(400);
  }

  private static Problem only(String sql) {
    List<Problem> problems = TestingShop.check(Dialect.POSTGRESQL, sql).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}

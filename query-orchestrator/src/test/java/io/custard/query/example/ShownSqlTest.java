package io.custard.query.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownSqlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "orders of Berlin | select 1 from t where city = 'Berlin' | select 1 from t where city ="
            + " 'Berlin'",
        "orders of Berliner | select 1 from t where city = 'Berlin' | select 1 from t where city ="
            + " '?'",
        "orders | select 1 from t where city = 'O''Hara' | select 1 from t where city = '?'",
        "like ber | select 1 from t where city ilike '%ber%' | select 1 from t where city ilike"
            + " '%ber%'",
        "orders | select 1 from t where city = '' | select 1 from t where city = ''",
        "orders | select 1 from t where id = 4711 limit 10 | select 1 from t where id = ? limit 10",
        "order 4711 | select 1 from t where id = 4711 | select 1 from t where id = 4711",
        "a month | select date_trunc('month', d) from t where d > now() - interval '3 months'"
            + " | select date_trunc('month', d) from t where d > now() - interval '3 months'",
        "a month | select to_char(d, 'YYYY-MM') from t where d > date '2024-02-01'"
            + " | select to_char(d, 'YYYY-MM') from t where d > date '?'",
        "names | select \"Name\" from \"T\" | select \"Name\" from \"T\"",
      })
  void literalsAreHiddenUnlessTheQuestionNamesThem(String question, String sql, String shown) {
    assertThat(new ShownSql(Dialect.POSTGRESQL, question, List.of()).of(sql)).hasValue(shown);
  }

  @Test
  void aNameInQuotesThatIsNoColumnIsATextInSqlite() {
    ShownSql shown = new ShownSql(Dialect.SQLITE, "how many", List.of("people.name"));

    assertThat(shown.of("select count(*) from people where \"name\" = \"Alice\""))
        .hasValue("select count(*) from people where \"name\" = '?'");
  }

  @Test
  void whatCannotBeReadIsNotShown() {
    assertThat(new ShownSql(Dialect.POSTGRESQL, "how many", List.of()).of("select from ('"))
        .isEmpty();
  }
}

package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeStatementTest {
  private static final ColumnRef CITY = new ColumnRef("public", "customers", "city");
  private static final ColumnRef NAME = new ColumnRef("sales", "Order", "Full Name");

  @Test
  void looksEveryTextUpInEveryColumn() {
    String sql =
        ProbeStatement.sql(
            List.of(new ValueProbe("O'Brien", List.of(CITY, NAME))), SqlDialect.POSTGRESQL);
    assertThat(sql)
        .isEqualTo(
            "SELECT * FROM (SELECT 0 AS probe, 0 AS column_number, CAST(city AS TEXT) AS value FROM"
                + " customers WHERE lower(CAST(city AS TEXT)) = lower('O''Brien') LIMIT 1) AS p0_0"
                + " UNION ALL SELECT * FROM (SELECT 0 AS probe, 1 AS column_number, CAST(\"Full"
                + " Name\" AS TEXT) AS value FROM sales.\"Order\" WHERE lower(CAST(\"Full Name\" AS"
                + " TEXT)) = lower('O''Brien') LIMIT 1) AS p0_1");
  }

  @Test
  void decodesRowsAndDropsStrangeOnes() {
    List<ValueProbe> probes = List.of(new ValueProbe("berlin", List.of(CITY)));
    List<ValueHit> hits =
        ProbeStatement.hits(
            probes,
            List.of(
                List.of("0", "0", "Berlin"),
                List.of("7", "0", "x"),
                List.of("0", "9", "x"),
                List.of("a", "b", "c"),
                List.of("0")));
    assertThat(hits).containsExactly(new ValueHit("berlin", CITY, "Berlin"));
  }

  @Test
  void probesAreBoundedAndAskedOnce() {
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      String question = "customers from Aa Bb, Cc Dd, Ee Ff, Gg Hh, Ii Jj or Kk Ll";
      Translation first = shop.postgres().translate(question, ValueHits.none());
      assertThat(first)
          .isInstanceOfSatisfying(
              Translation.NeedsValues.class,
              needs -> {
                assertThat(needs.probes()).hasSizeLessThanOrEqualTo(8);
                assertThat(needs.probes().stream().mapToInt(p -> p.columns().size()).sum())
                    .isLessThanOrEqualTo(40);
              });
      assertThat(shop.postgres().translate(question, new ValueHits(true, List.of())))
          .isInstanceOf(Translation.CannotAnswer.class);
    }
  }
}

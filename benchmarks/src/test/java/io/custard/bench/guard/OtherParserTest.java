package io.custard.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherParserTest {
  private static final List<OtherParser> PARSERS =
      List.of(new OtherParser.Calcite(), new OtherParser.Trino());

  @Test
  void readsOrDoesNot() {
    for (OtherParser parser : PARSERS) {
      assertThat(parser.reads(read(Dialect.TRINO, "SELECT a, count(*) FROM t GROUP BY a")))
          .isTrue();
      assertThat(parser.reads(read(Dialect.TRINO, "SELECT FROM WHERE"))).isFalse();
    }
  }

  @Test
  void calciteKnowsTheQuotesOfTheDialects() {
    OtherParser calcite = new OtherParser.Calcite();

    assertThat(calcite.reads(read(Dialect.MYSQL, "SELECT `a` FROM t;"))).isTrue();
    assertThat(calcite.reads(read(Dialect.SQLSERVER, "SELECT [a] FROM t"))).isTrue();
  }

  private static Labelled read(Dialect dialect, String sql) {
    return new Labelled(dialect, sql, true, "");
  }
}

package io.custard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.conversation.change.Change;
import io.custard.conversation.state.ColumnName;
import io.custard.conversation.state.Dimension;
import io.custard.conversation.state.Filter;
import io.custard.conversation.state.Operator;
import io.custard.guard.Dialect;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableDescription.Column;
import io.custard.protocol.TableDescription.ForeignKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileWordsTest {
  private static final ColumnName CITY = new ColumnName("customers", "city");

  @ParameterizedTest
  @MethodSource("words")
  void aValueStaysAValueWhateverItHolds(Dialect dialect, String value) {
    Filter filter = new Filter(CITY, Operator.EQUALS, List.of(value));

    Rewritten rewritten =
        Rewrite.apply(
            "SELECT count(*) FROM customers",
            List.of(new Change.AddFilter(filter, List.of())),
            dialect,
            TestingSchemas.tables("shop"));

    assertThat(rewritten)
        .isInstanceOfSatisfying(
            Rewritten.Changed.class,
            changed -> {
              assertThat(changed.state().filters()).containsExactly(filter);
              assertThat(changed.state().tables()).containsExactly("customers");
              assertThat(changed.state().complete()).isTrue();
            });
  }

  static Stream<Arguments> words() {
    List<String> words =
        List.of(
            "x'; DROP TABLE customers; --",
            "' OR '1'='1",
            "\\' OR 1=1 -- ",
            "\\",
            "a\\'b",
            "\\\\'",
            "''",
            "\"",
            "`",
            "$$ select 1 $$",
            "/* x */",
            "-- x",
            "# x",
            "%_",
            "?",
            ":name",
            "@@version",
            "{}",
            "New\tTown",
            "🍮 город");
    return Stream.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.SQLITE, Dialect.DUCKDB)
        .flatMap(dialect -> words.stream().map(word -> Arguments.of(dialect, word)));
  }

  // DuckDB's guard takes no relation whose name holds quotes: it could be a file.
  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"POSTGRESQL", "MYSQL", "SQLITE"})
  void aNameStaysAName(Dialect dialect) {
    ColumnName odd = new ColumnName("od d\"s`", "group");
    List<TableDescription> tables =
        List.of(
            new TableDescription(
                "public",
                "items",
                "table",
                null,
                1,
                List.of(column("id"), column("odd_id")),
                List.of("id"),
                List.of(
                    new ForeignKey(List.of("odd_id"), "public", odd.table(), List.of("i\"d;--")))),
            new TableDescription(
                "public",
                odd.table(),
                "table",
                null,
                1,
                List.of(column("i\"d;--"), column("group")),
                List.of("i\"d;--"),
                List.of()));

    Rewritten rewritten =
        Rewrite.apply(
            "SELECT count(*) FROM items",
            List.of(new Change.AddDimension(new Dimension(odd, null), true, List.of())),
            dialect,
            tables);

    assertThat(rewritten)
        .isInstanceOfSatisfying(
            Rewritten.Changed.class,
            changed ->
                assertThat(changed.state().dimensions())
                    .extracting(Dimension::column)
                    .containsExactly(new ColumnName(odd.table(), "i\"d;--"), odd));
  }

  private static Column column(String name) {
    return new Column(name, ColumnType.INTEGER, "int", false, null);
  }
}

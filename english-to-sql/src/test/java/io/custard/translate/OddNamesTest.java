package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.translate.render.Names;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddNamesTest {
  @Test
  void quotesReservedMixedAndOddNames() {
    try (TestingDatabase odd = TestingDatabase.of(TestingSchemas.ODD)) {
      assertThat(odd.answer("How many orders are there for each group?")).isEqualTo("A|2; B|1");
      assertThat(odd.answer("What is the average total amount of orders?")).startsWith("20.1");
      assertThat(odd.postgresSql("What is the total amount of orders for each group?"))
          .contains("SUM(")
          .contains("GROUP BY");
      assertThat(odd.answer("names of active users")).isEqualTo("kim; mel");
      assertThat(odd.answer("Show the ship to of orders")).isEqualTo("Rome; Oslo; Rome");
      assertThat(odd.postgresSql("names of active users"))
          .isEqualTo("SELECT \"userName\" FROM \"User\" WHERE \"isActive\"");
    }
  }

  @Test
  void quotesOnlyWhereNeeded() {
    Names names = new Names(SqlDialect.POSTGRESQL);
    assertThat(names.quoted("city_name")).isEqualTo("city_name");
    assertThat(names.quoted("CityName")).isEqualTo("\"CityName\"");
    assertThat(names.quoted("order")).isEqualTo("\"order\"");
    assertThat(names.quoted("a\"b\nc")).isEqualTo("\"a\"\"b\nc\"");
    assertThat(names.table("sales", "order")).isEqualTo("sales.\"order\"");
    assertThat(names.table("public", "city")).isEqualTo("city");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which customers are named 'x''; drop table customers; --'?",
        "How many customers are in \"'; DELETE FROM customers; --\"?",
        "customers named O'Brien",
        "' '' \" ` \u201c \u201d",
        "\u0000\u0001\u0007 how many \u001b[31m customers",
        "\uD83D\uDE80\uD83D\uDE80 customers \uD83D\uDE00",
        "how many customers have a name like '%_!\\'",
        "\uD800 customers",
        "(((((((((((((((((((((",
        "how many how many how many of of of of",
        "top top top 99999999999999999999 customers",
        "customers older than -5 and or not not without",
        "between and between and 2024-99-99 customers",
        "-",
        "   ",
        "",
        "not",
        "customers with at least 99999999999999999999999999999999 orders",
        "orders in the last 99999999999 years",
        "orders in 0000-00-00",
      })
  void neverThrows(String question) {
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      Translation translation = shop.translate(question);
      if (translation instanceof Translation.Sql) {
        assertThat(shop.answer(question)).isNotNull();
      }
      assertThat(shop.answer("How many customers are there?")).isEqualTo("4");
    }
  }

  @Test
  void refusesAMegabyteAtOnce() {
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      assertThat(shop.reason("customers ".repeat(100_000))).contains("longer than 1000");
    }
  }

  @Test
  void longestQuestionAllowedIsBoundedWork() {
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      for (String word :
          List.of("customers ", "order ", "Xy ", "not ", "'a' ", "1 ", "and ", "a,")) {
        long start = System.nanoTime();
        shop.translate(word.repeat(1000 / word.length()));
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
      }
    }
  }

  @Test
  void schemaOfHostileNamesIsQuoted() {
    String table = "pe\"ople; DROP\n";
    Schema schema =
        new Schema(
            List.of(
                new Table(
                    "my\"schema",
                    table,
                    false,
                    null,
                    -1,
                    List.of(new Column("na\"me'", ColumnType.TEXT, true, null)),
                    List.of(),
                    List.of())));
    EnglishToSql english = new EnglishToSql(schema, SqlDialect.POSTGRESQL, TestingDatabase.TODAY);
    Translation translation = english.translate("how many pe ople drop", ValueHits.none());
    assertThat(translation)
        .isInstanceOfSatisfying(
            Translation.Sql.class,
            sql ->
                assertThat(sql.sql())
                    .isEqualTo(
                        "SELECT COUNT(*) AS count FROM \"my\"\"schema\".\"pe\"\"ople; DROP\n\""));
  }

  @Test
  void emptySchemaAnswersNothing() {
    EnglishToSql english =
        new EnglishToSql(new Schema(List.of()), SqlDialect.POSTGRESQL, TestingDatabase.TODAY);
    assertThat(english.translate("how many customers", ValueHits.none()))
        .isInstanceOf(Translation.CannotAnswer.class);
  }
}

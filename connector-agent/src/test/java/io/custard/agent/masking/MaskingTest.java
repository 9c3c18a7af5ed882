package io.custard.agent.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which places get a masking query, which are refused, which are left alone. */
class MaskingTest {
  private final TestingMasks masks = TestingMasks.in("postgresql");

  @Test
  void writesTheMasksOfEachDialect() {
    assertThat(masks.masked("SELECT email FROM people"))
        .isEqualTo(
            "SELECT email FROM (SELECT custard_1.\"id\" AS \"id\", encode(sha256(convert_to('<salt>'"
                + " || CAST(custard_1.\"email\" AS text), 'UTF8')), 'hex') AS \"email\","
                + " lpad(right(CAST(custard_1.\"phone\" AS text), CASE WHEN"
                + " length(CAST(custard_1.\"phone\" AS text)) > 4 THEN 4 ELSE 0 END),"
                + " length(CAST(custard_1.\"phone\" AS text)), '*') AS \"phone\", CASE WHEN 1 = 0"
                + " THEN custard_1.\"born\" END AS \"born\" FROM \"public\".\"people\" AS custard_1)"
                + " AS people");
    assertThat(TestingMasks.in("mysql").masked("SELECT email FROM people p"))
        .contains("sha2(concat('<salt>', custard_1.`email`), 256) AS `email`")
        .contains("lpad(right(custard_1.`phone`, CASE WHEN char_length(custard_1.`phone`) > 4")
        .endsWith("FROM `public`.`people` AS custard_1) p");
    assertThat(TestingMasks.in("sqlite").masked("SELECT email FROM [people]"))
        .contains("custard_mask_hash('<salt>', CAST(custard_1.\"email\" AS text)) AS \"email\"")
        .contains("custard_mask_partial(4, CAST(custard_1.\"phone\" AS text)) AS \"phone\"")
        .endsWith(" AS custard_1) AS [people]");
    assertThat(TestingMasks.in("duckdb").masked("FROM people SELECT email"))
        .contains("sha256('<salt>' || CAST(custard_1.\"email\" AS text)) AS \"email\"")
        .endsWith(" AS custard_1) AS people SELECT email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM people | 1",
        "SELECT p.email FROM people AS p | 1",
        "SELECT p.email FROM public.people p WHERE p.email LIKE 'a%' | 1",
        "SELECT * FROM \"people\" \"p\" ORDER BY \"p\".email | 1",
        "SELECT * FROM shop.public.people | 1",
        "SELECT lower(people.email) FROM people GROUP BY 1 HAVING max(email) > 'a' | 1",
        "SELECT * FROM people AS p(a, b, c, d) WHERE b = 'x' | 1",
        "SELECT * FROM orders o JOIN people p ON p.id = o.person AND p.email = 'x' | 1",
        "SELECT * FROM orders NATURAL JOIN people | 1",
        "SELECT * FROM orders LEFT JOIN people USING (id) | 1",
        "SELECT * FROM people a, people b WHERE a.email = b.email | 2",
        "SELECT * FROM orders, (people CROSS JOIN orders AS o) | 1",
        "SELECT j.email FROM (people JOIN orders USING (id)) AS j | 1",
        "SELECT 1 FROM orders WHERE person IN (SELECT id FROM people WHERE email = 'x') | 1",
        "SELECT (SELECT email FROM people WHERE id = o.person) FROM orders o | 1",
        "SELECT 1 FROM people p WHERE EXISTS (SELECT 1 FROM people q WHERE q.email = p.email) | 2",
        "SELECT l.email FROM orders o, LATERAL (SELECT email FROM people WHERE id = o.person) l | 1",
        "SELECT s.x FROM people, LATERAL (SELECT people.email AS x) s | 1",
        "SELECT email FROM people UNION SELECT email FROM people | 2",
        "SELECT email FROM people EXCEPT (SELECT 'x' INTERSECT SELECT email FROM people) | 2",
        "WITH w AS (SELECT * FROM people) SELECT * FROM w WHERE email = 'x' | 1",
        "WITH people AS (SELECT * FROM people) SELECT * FROM people | 1",
        "WITH people AS (SELECT 1 AS id) SELECT * FROM people, public.people AS p | 1",
        "(WITH people AS (SELECT 1) SELECT * FROM people) UNION SELECT id FROM people | 1",
        "WITH RECURSIVE r AS (SELECT id FROM people UNION SELECT id + 1 FROM r) TABLE r | 1",
        "VALUES ((SELECT email FROM people LIMIT 1)) | 1",
        "SELECT ARRAY(SELECT email FROM people) | 1",
        "SELECT row_to_json(p) FROM people p | 1",
        "SELECT (p).email, p.*, p FROM people p | 1",
        "SELECT count(*) FILTER (WHERE email = 'x') OVER (PARTITION BY email) FROM people | 1",
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM people WHERE phone = '1') THEN 1 END | 1",
      })
  void masksEveryPlace(String sql, int places) {
    String masked = masks.masked(sql);
    assertThat(masked.split("custard_\\d+\\) ?", -1)).hasSize(places + 1);
    assertThat(masked.split("\"public\"\\.\"people\"", -1)).hasSize(places + 1);
    assertThat(masked).contains("encode(sha256(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT * FROM orders",
        "SELECT people.id FROM orders AS people",
        "WITH people AS (SELECT 1 AS email) SELECT email FROM people",
        "WITH people AS (SELECT 1 AS email) SELECT email FROM people UNION SELECT * FROM people",
        "SELECT * FROM generate_series(1, 2) AS people",
        "SELECT relname FROM pg_catalog.pg_class",
        "SELECT table_name FROM information_schema.tables",
      })
  void leavesAloneWhatReadsNoMaskedTable(String sql) {
    assertThat(masks.masked(sql)).isEqualTo(masks.asked(sql).sql());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TABLE people",
        "SELECT * FROM ONLY people",
        "SELECT * FROM ONLY (people)",
        "SELECT * FROM people *",
        "SELECT * FROM people TABLESAMPLE BERNOULLI (50)",
        "SELECT * FROM people p TABLESAMPLE SYSTEM (50)",
        "SELECT public.people.email FROM public.people",
        "SELECT public.people.email FROM people",
        "EXPLAIN SELECT * FROM people",
        "SELECT 1 FROM orders WHERE 'x' IN (TABLE people)",
        "WITH RECURSIVE w AS (SELECT * FROM people), people AS (SELECT 1) SELECT * FROM w",
        "SELECT current_query() FROM people",
        "SELECT * FROM orders_2026",
        "SELECT * FROM public.orders_2026",
        "SELECT * FROM twice",
      })
  void refusesWhatItCannotMaskForCertain(String sql) {
    assertThatThrownBy(() -> masks.masked(sql))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.AGENT_POLICY_REFUSED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql | SELECT * FROM people PARTITION (p0)",
        "mysql | SELECT * FROM people USE INDEX (i)",
        "mysql | SELECT * FROM people p FORCE INDEX (i) WHERE 1 = 1",
        "mysql | SELECT * FROM people FOR SYSTEM_TIME ALL",
        "mysql | WITH People AS (SELECT 1) SELECT * FROM people",
        "mysql | EXPLAIN SELECT * FROM people",
        "sqlite | SELECT 1 WHERE 'x' IN people",
        "sqlite | SELECT * FROM people INDEXED BY i",
        "sqlite | SELECT * FROM people p NOT INDEXED",
        "sqlite | EXPLAIN QUERY PLAN SELECT * FROM people",
        "duckdb | SUMMARIZE people",
        "duckdb | PIVOT people ON email",
        "duckdb | SELECT * FROM p : people",
        "duckdb | SELECT * FROM people AT (VERSION => 1)",
        "duckdb | SELECT * FROM shop.people",
      })
  void refusesPlacesOfOtherDialects(String dialect, String sql) {
    assertThatThrownBy(() -> TestingMasks.in(dialect).masked(sql))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.AGENT_POLICY_REFUSED));
  }

  @Test
  void namesThePlaceThatCannotBeMasked() {
    assertThatThrownBy(() -> masks.masked("SELECT public.people.email FROM people"))
        .hasMessageContaining("people.column, without the schema");
    assertThatThrownBy(() -> masks.masked("SELECT * FROM twice"))
        .hasMessageContaining("write its schema in front");
    assertThat(masks.masked("SELECT * FROM a.twice")).contains("\"a\".\"twice\"");
    assertThat(masks.masked("SELECT * FROM b.twice")).isEqualTo("SELECT * FROM b.twice");
  }

  @Test
  void leavesDeniedColumnsOutOfTheMaskingQuery() {
    TestingMasks denying =
        masks.with(
            """
            version: 1
            deny_columns: [public.people.phone]
            mask_columns: [{column: public.people.email, as: "null"}]
            """);
    String masked = denying.masked("SELECT email FROM people");
    assertThat(masked).contains("\"born\"").doesNotContain("phone");
    assertThatThrownBy(() -> denying.masked("SELECT * FROM people"))
        .hasMessageContaining("does not allow reading the column people.*");
  }

  @Test
  void aMaskForAColumnThatIsNotThereClosesTheTable() {
    TestingMasks wrong =
        masks.with("version: 1\nmask_columns: [{column: public.people.emial, as: \"null\"}]");
    assertThatThrownBy(() -> wrong.masked("SELECT id FROM people")).hasMessageContaining("emial");
    TestingMasks pattern =
        masks.with("version: 1\nmask_columns: [{column: \"*.*.born\", as: \"null\"}]");
    assertThat(pattern.masked("SELECT born FROM people")).contains("CASE WHEN 1 = 0");
  }

  @Test
  void masksMayCallWhatTheOwnerDeniesTheStatement() {
    TestingMasks denying =
        masks.with(
            """
            version: 1
            functions: {deny: [sha256, encode]}
            mask_salt: 0123456789abcdef
            mask_columns: [{column: public.people.email, as: hash}]
            """);
    assertThat(denying.masked("SELECT email FROM people")).contains("sha256(");
    assertThatThrownBy(() -> denying.masked("SELECT sha256('a') FROM people"))
        .hasMessageContaining("sha256");
    assertThatThrownBy(() -> TestingMasks.in("sqlite").masked("SELECT custard_mask_hash('a', 'b')"))
        .hasMessageContaining("custard_mask_hash");
  }

  @Test
  void masksTablesWithManyColumns() {
    assertThat(masks.masked("SELECT c1 FROM wide")).contains("custard_1.\"c399\"");
  }
}

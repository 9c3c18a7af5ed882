package io.custard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.Relation.Alias;
import io.custard.guard.Relation.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlGuardTest {
  private final SqlGuard guard = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults());

  @Test
  void sendsCanonicalText() {
    Verdict.Accepted accepted =
        accepted("SELECT  a,-- note\n E'it\\'s'/* x */||$$b$$ FROM\tt WHERE n=1_000;");

    assertThat(accepted.sql()).isEqualTo("SELECT a, 'it''s' || 'b' FROM t WHERE n = 1000");
  }

  @Test
  void joinsLiteralsContinuedOnTheNextLine() {
    assertThat(accepted("SELECT 'a' -- note\n 'b'").sql()).isEqualTo("SELECT 'ab'");
  }

  @Test
  void namesTablesAndFunctions() {
    Verdict.Accepted accepted =
        accepted("SELECT Upper(b.x), count(*) FROM S.Books b, \"Odd.Name\" JOIN books USING (id)");

    assertThat(accepted.tables()).containsExactly("s.books", "\"Odd.Name\"", "books");
    assertThat(accepted.functions()).containsExactly("upper", "count");
  }

  @Test
  void namesColumnsWithTheirTableWhereItIsCertain() {
    assertThat(accepted("SELECT b.title, o.* FROM s.books b JOIN orders o USING (id)").columns())
        .containsExactly("s.books.title", "orders.*", "id");
    assertThat(accepted("SELECT title FROM books WHERE \"Year\" > 1").columns())
        .containsExactly("books.title", "books.Year");
    assertThat(accepted("SELECT * FROM (SELECT ssn FROM people) p").columns())
        .containsExactly("people.ssn");
    assertThat(accepted("SELECT * FROM people").columns()).containsExactly("people.*");
    assertThat(accepted("SELECT count(*) FROM people").columns()).isEmpty();
    assertThat(accepted("SELECT row_to_json(p) FROM people p").columns())
        .containsExactly("people.*", "people.p");
    assertThat(accepted("SELECT p.row_to_json FROM people p").columns())
        .containsExactly("people.*", "people.row_to_json");
  }

  @Test
  void namesColumnsThatANewNameHides() {
    assertThat(accepted("SELECT public.people.ssn FROM people").columns())
        .containsExactly("people.ssn");
    assertThat(accepted("SELECT b FROM people AS p(a, b)").columns()).contains("people.*");
    assertThat(accepted("SELECT * FROM (people CROSS JOIN books)").columns())
        .containsExactly("people.*", "books.*");
    assertThat(accepted("SELECT j.ssn FROM (people CROSS JOIN books) AS j").columns())
        .containsExactly("people.*", "books.*");
    assertThat(accepted("SELECT * FROM people p").columns()).containsExactly("people.*");
  }

  @Test
  void namesTheRelationBehindAWithThatServersReadDifferently() {
    String forward = "WITH RECURSIVE a AS (SELECT * FROM t), t AS (SELECT 1) SELECT * FROM a";
    assertThat(accepted(forward).tables()).containsExactly("t");
    SqlGuard mysql = new SqlGuard(Dialect.MYSQL, GuardLimits.defaults());
    String cases = "WITH %s AS (SELECT 1) SELECT * FROM people";
    assertThat(mysql.judge(cases.formatted("People")))
        .isInstanceOfSatisfying(
            Verdict.Accepted.class, v -> assertThat(v.tables()).containsExactly("people"));
    assertThat(mysql.judge(cases.formatted("people")))
        .isInstanceOfSatisfying(Verdict.Accepted.class, v -> assertThat(v.tables()).isEmpty());
  }

  @Test
  void saysWhereRelationsAreNamed() {
    Verdict.Accepted accepted =
        accepted("select/**/1 from  S.Books b join \"Odd\" on true, only u, (v)");

    assertThat(accepted.relations())
        .extracting(r -> accepted.sql().substring(r.start(), r.end()))
        .containsExactly("S.Books", "\"Odd\"", "u", "v");
    assertThat(accepted.relations())
        .extracting(Relation::alias)
        .containsExactly(
            new Alias("b", true),
            new Alias("\"Odd\"", false),
            new Alias("u", false),
            new Alias("v", false));
    assertThat(accepted.relations())
        .extracting(Relation::place)
        .containsExactly(Place.FREE, Place.FREE, Place.FIXED, Place.FREE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM t AS a(b, c) WHERE true | FREE",
        "SELECT 1 FROM x JOIN t USING (id) | FREE",
        "SELECT 1 FROM x NATURAL JOIN (SELECT * FROM t) AS y | FREE",
        "SELECT t FROM t ORDER BY 1 | FREE",
        "TABLE t | FIXED",
        "SELECT * FROM ONLY (t) | FIXED",
        "SELECT * FROM t * | FIXED",
        "SELECT * FROM t TABLESAMPLE SYSTEM (10) | FIXED",
        "SELECT * FROM t a TABLESAMPLE SYSTEM (10) | FIXED",
        "EXPLAIN SELECT * FROM t | FIXED",
        "SELECT public.t.a FROM public.t | NAMED_WITH_SCHEMA",
        "SELECT public.t.a FROM t | NAMED_WITH_SCHEMA",
        "WITH RECURSIVE a AS (SELECT * FROM t), t AS (SELECT 1) SELECT 1 | PERHAPS_WITH"
      })
  void saysWhetherAQueryCouldStandThere(String sql, Place place) {
    assertThat(accepted(sql).relations())
        .filteredOn(relation -> relation.name().getLast().equals("t"))
        .extracting(Relation::place)
        .containsExactly(place);
  }

  @Test
  void callsWhatThePolicyAddsAndNotWhatItTakes() {
    GuardPolicy policy = new GuardPolicy(Set.of("sales.net"), Set.of("upper"));
    SqlGuard strict = new SqlGuard(Dialect.POSTGRESQL, GuardLimits.defaults(), policy);
    assertThat(strict.judge("SELECT sales.net(1)")).isInstanceOf(Verdict.Accepted.class);
    assertThat(strict.judge("SELECT net(1)")).isInstanceOf(Verdict.Refused.class);
    assertThat(strict.judge("SELECT Upper('a')")).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void namesTableHiddenBehindWithOfTheSameName() {
    assertThat(accepted("WITH users AS (SELECT * FROM users) SELECT * FROM users").tables())
        .containsExactly("users");
    assertThat(accepted("WITH a AS (SELECT 1) SELECT * FROM a").tables()).isEmpty();
    assertThat(
            accepted(
                    "SELECT * FROM users UNION SELECT * FROM (WITH users AS (SELECT 1) SELECT *"
                        + " FROM users) x")
                .tables())
        .containsExactly("users");
  }

  @Test
  void bindsRecursiveNameInItsOwnBody() {
    assertThat(
            accepted(
                    "WITH RECURSIVE t AS (SELECT 1 UNION SELECT * FROM t) SELECT * FROM t UNION"
                        + " SELECT * FROM t")
                .tables())
        .isEmpty();
  }

  @Test
  void pointsAtTheFindingInTheOriginalText() {
    Verdict.Refused refused = refused("SELECT /* note */ 1, pg_sleep(1)");

    assertThat(refused.code()).isEqualTo(RefusalCode.SQL_FUNCTION_NOT_ALLOWED);
    assertThat(refused.position()).isEqualTo("SELECT /* note */ 1, ".length());
    assertThat(refused.message()).contains("pg_sleep");
  }

  @Test
  void pointsAtWhatItCannotParse() {
    assertThat(refused("SELECT /* note */ a b c FROM t").position())
        .isEqualTo("SELECT /* note */ a b ".length());
  }

  @Test
  void neverRepeatsLiterals() {
    for (String sql :
        List.of(
            "SELECT 'hidden' FROM WHERE", "DELETE FROM t WHERE a = 'hidden'", "SELECT 'hidden")) {
      assertThat(refused(sql).message()).doesNotContain("hidden");
    }
  }

  @Test
  void holdsEveryLimit() {
    assertTooLarge("SELECT '" + "x".repeat(40_000) + "'");
    assertTooLarge("SELECT 1" + " + 1".repeat(3_000));
    assertTooLarge("SELECT " + "(".repeat(60) + "1" + ")".repeat(60));
    assertTooLarge("SELECT " + "CASE WHEN true THEN ".repeat(60) + "1" + " END".repeat(60));
    assertTooLarge("SELECT 1 FROM a" + " NATURAL JOIN b".repeat(60));
    assertTooLarge("SELECT 1" + " UNION SELECT 1".repeat(60));
    assertTooLarge("WITH a AS (SELECT 1)" + ", b AS (SELECT 1)".repeat(40) + " SELECT 1");
    assertTooLarge("SELECT 1 IN (1" + ", 1".repeat(600) + ")");
  }

  @Test
  void acceptsLongChainsWithinTheLimits() {
    accepted("SELECT 1" + " + 1".repeat(1_900));
    accepted("SELECT 1 WHERE true" + " AND true".repeat(1_900));
    accepted("SELECT " + "(".repeat(49) + "1" + ")".repeat(49));
  }

  @Test
  void knowsSpellingsOfDialects() {
    assertThat(Dialect.of("Postgres")).contains(Dialect.POSTGRESQL);
    assertThat(Dialect.of("mariadb")).contains(Dialect.MYSQL);
    assertThat(Dialect.of("oracle")).isEmpty();
  }

  private void assertTooLarge(String sql) {
    assertThat(refused(sql).code()).isEqualTo(RefusalCode.SQL_TOO_LARGE);
  }

  private Verdict.Accepted accepted(String sql) {
    assertThat(guard.judge(sql)).isInstanceOf(Verdict.Accepted.class);
    return (Verdict.Accepted) guard.judge(sql);
  }

  private Verdict.Refused refused(String sql) {
    assertThat(guard.judge(sql)).isInstanceOf(Verdict.Refused.class);
    return (Verdict.Refused) guard.judge(sql);
  }
}

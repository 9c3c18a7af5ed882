package io.custard.agent.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.guard.Judged;
import io.custard.agent.guard.StatementJudge;
import io.custard.agent.policy.PolicyFile;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.RowEncoding;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.ReadRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as they run, against a real database; what every engine must hold to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MaskedResults {
  static final String TABLES =
      """
      CREATE TABLE people (
        id integer PRIMARY KEY, email varchar(100), phone varchar(40), born date, tag integer);
      CREATE TABLE purchases (id integer PRIMARY KEY, buyer varchar(100), total integer);
      INSERT INTO people VALUES (1, 'ann@example.org', '+49 170 1234567', '1990-01-02', 4711);
      INSERT INTO people VALUES (2, 'bob@example.org', '123', '1991-02-03', 815);
      INSERT INTO people VALUES (3, NULL, NULL, NULL, NULL);
      INSERT INTO purchases VALUES (1, 'ann@example.org', 10);
      INSERT INTO purchases VALUES (2, 'eve@example.org', 20);
      """;

  private static final String POLICY =
      """
      version: 1
      mask_salt: a salt that nobody can guess
      mask_columns:
        - {column: "*.people.email", as: hash}
        - {column: "*.people.tag", as: hash}
        - {column: "*.purchases.buyer", as: hash}
        - {column: "*.people.phone", as: partial}
        - {column: "*.people.born", as: null}
      """;

  /** SHA-256 of the key that is made of the salt, and the value; the same in every database. */
  private static final String ANN =
      "4ef13130d34efcebb643a8c690b668d977740119339187ccd6316decdc1a4cdc";

  private final Loop loop = new Loop();
  private Database database;
  private StatementJudge judge;
  private PolicyFile file;

  /** The database with the tables in it. */
  abstract Database open(Loop loop, Path folder) throws Exception;

  @BeforeAll
  void judge(@TempDir Path folder) throws Exception {
    database = open(loop, folder);
    file = PolicyFile.open(Optional.of(Files.writeString(folder.resolve("p.yaml"), POLICY)));
    judge = new StatementJudge(loop.vertx(), database, file);
  }

  @AfterAll
  void close() {
    loop.get(database::close);
    loop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM people",
        "SELECT p.email, p.phone, p.born, p.tag FROM people p",
        "SELECT lower(email), upper(phone), max(born), min(tag) FROM people GROUP BY 1, 2",
        "SELECT email FROM people ORDER BY email DESC",
        "SELECT (SELECT max(email) FROM people), phone FROM people",
        "SELECT a.email, b.phone FROM people a JOIN people b ON a.id = b.id",
        "SELECT email FROM people UNION SELECT buyer FROM purchases",
        "WITH w AS (SELECT * FROM people) SELECT * FROM w",
        "SELECT s.* FROM (SELECT p.* FROM people p) s LEFT JOIN purchases u ON u.buyer = s.email",
        "SELECT coalesce(email, phone), CASE WHEN id = 1 THEN phone END FROM people",
        "SELECT buyer FROM purchases WHERE total > (SELECT min(id) FROM people)",
      })
  void neverShowsARealValue(String sql) {
    String rows = rows(sql);
    assertThat(rows).isNotEmpty();
    assertThat(rows.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("ann@", "bob@", "eve@", "170 123", "+49", "\"123\"", "1990", "4711", "815");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email = 'ann@example.org'",
        "email LIKE 'ann%'",
        "email LIKE '%@%'",
        "email IN ('ann@example.org', 'bob@example.org')",
        "phone LIKE '+49%'",
        "phone = '123'",
        "phone LIKE '%170%'",
        "born IS NOT NULL",
        "born BETWEEN '1900-01-01' AND '2100-01-01'",
        "email = (SELECT 'ann@example.org')",
        "length(email) < 64",
        "EXISTS (SELECT 1 FROM people q WHERE q.email = 'ann@example.org')",
        "'ann@example.org' IN (SELECT q.email FROM people q)",
        "id IN (SELECT u.id FROM purchases u WHERE u.buyer LIKE 'ann%')",
      })
  void noConditionFindsARealValue(String condition) {
    assertThat(rows("SELECT count(*) FROM people WHERE " + condition)).isEqualTo("[0]");
    assertThat(rows("SELECT count(*) FROM people p JOIN purchases s ON " + qualified(condition)))
        .isEqualTo("[0]");
    assertThat(rows("SELECT sum(CASE WHEN " + condition + " THEN 1 ELSE 0 END) FROM people"))
        .containsAnyOf("[0]", "[\"0\"]");
  }

  private static String qualified(String condition) {
    return condition.replaceAll("^(email|phone|born|id)", "p.$1").replace("(email)", "(p.email)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT email FROM people WHERE id = 1 | [\"" + ANN + "\"]",
        "SELECT phone FROM people WHERE id = 1 | [\"***********4567\"]",
        "SELECT phone FROM people WHERE id = 2 | [\"***\"]",
        "SELECT email, phone, tag FROM people WHERE id = 3 | [null,null,null]",
        "SELECT born FROM people WHERE id = 1 | [null]",
        "SELECT count(*) FROM people p JOIN purchases u ON u.buyer = p.email | [1]",
        "SELECT count(DISTINCT email) FROM people | [2]",
        "SELECT count(*) FROM people WHERE phone LIKE '%4567' | [1]",
        "SELECT id FROM people WHERE email = '" + ANN + "' | [1]",
        "SELECT total FROM purchases ORDER BY total | [10],[20]",
      })
  void showsTheMask(String sql, String rows) {
    assertThat(rows(sql)).isEqualTo(rows);
  }

  @Test
  void tellsTheLedgerWhatRunsWithoutTheKey() {
    Judged judged = loop.get(() -> judge.judge("SELECT email FROM people"));
    String key = file.current().masks().key();
    assertThat(judged.sql()).contains(key);
    assertThat(judged.masked()).contains("<salt>").doesNotContain(key);
    assertThat(judged.asked().sql()).isEqualTo("SELECT email FROM people");
    assertThat(judged.toString() + file.current()).doesNotContain(key);
    assertThat(loop.get(() -> judge.judge("SELECT 1")).masked()).isNull();
  }

  @Test
  void showsTheShapeOfValuesWhereNoMoreIsWanted() {
    ResultShape shaped = new ResultShape(new RowCaps(10, 1 << 20), RowEncoding.JSON_ROWS, true);
    String sql = "SELECT 'ann@example.org', '+49 170 1234567', 4711, NULL";

    String rows = ReadRows.of(loop, loop.get(() -> database.open(sql, shaped, 20_000))).rows();

    assertThat(rows).isEqualTo("[\"xxx@xxxxxxx.xxx\",\"+99 999 9999999\",9999,null]");
  }

  /** As the orchestrator writes samples, with what is known of the engines' differences. */
  @Test
  void bringsTheDifferentValuesOfColumnsInOneStatement() {
    boolean isMysql = database.dialect().equals("mysql");
    String arm =
        "SELECT * FROM (SELECT DISTINCT %s AS c0, %s AS c1 FROM (SELECT \"%s\" FROM \"people\" LIMIT"
            + " 1000) AS s%d WHERE s%d.\"%s\" IS NOT NULL LIMIT 21) AS p%d";
    String value = "SUBSTR(CAST(s%d.\"%s\" AS text), 1, 41)";
    String sql =
        arm.formatted(value.formatted(0, "phone"), "NULL", "phone", 0, 0, "phone", 0)
            + " UNION ALL "
            + arm.formatted("NULL", value.formatted(1, "email"), "email", 1, 1, "email", 1);

    String rows = rows(isMysql ? sql.replace('"', '`').replace("AS text", "AS char") : sql);

    assertThat(rows).contains("[\"***\",null]", "[null,\"" + ANN.substring(0, 41) + "\"]");
  }

  @Test
  void refusesAPlanBecauseItWouldShowTheKey() {
    assertThatThrownBy(() -> rows("EXPLAIN SELECT email FROM people"))
        .isInstanceOfSatisfying(
            CustardException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.AGENT_POLICY_REFUSED));
  }

  @Test
  void takesOverChangedMasks(@TempDir Path other) throws IOException {
    Path path = Files.writeString(other.resolve("policy.yaml"), "version: 1\n");
    PolicyFile changing = opened(path);
    StatementJudge watching = new StatementJudge(loop.vertx(), database, changing);
    String sql = "SELECT born FROM people WHERE id = 1";
    assertThat(loop.get(() -> watching.judge(sql)).sql()).isEqualTo(sql);
    Files.writeString(path, "version: 1\nmask_columns: [{column: '*.people.born', as: null}]\n");
    changing.reload();
    assertThat(loop.get(() -> watching.judge(sql)).sql()).contains("CASE WHEN 1 = 0");
  }

  private static PolicyFile opened(Path path) {
    try {
      return PolicyFile.open(Optional.of(path));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String rows(String sql) {
    Judged judged = loop.get(() -> judge.judge(sql));
    return ReadRows.of(loop, database, judged.sql(), new RowCaps(1000, 1 << 20), 20_000).rows();
  }
}

package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCaps;
import io.custard.agent.database.RowCursor;
import io.custard.testkit.database.Loop;
import io.custard.testkit.database.TestingPostgres;
import java.sql.SQLException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a role is found to be able to do, and what the repair makes of it, on a real server. */
class RoleCheckTest {
  private static final String DATABASE = "till's \"own\" database";
  private static final String PASSWORD = "new-pass-word";
  private static final Loop LOOP = new Loop();

  private static final String ROLES =
      """
      CREATE ROLE plain LOGIN PASSWORD 'p';
      CREATE ROLE shop_keeper CREATEROLE;
      CREATE ROLE clerk LOGIN NOINHERIT PASSWORD 'p';
      GRANT shop_keeper, pg_monitor, pg_read_all_data, pg_signal_backend TO clerk;
      GRANT SET ON PARAMETER session_replication_role TO clerk;
      """;

  /** PUBLIC keeps what it has by default, as in most databases, and has more. */
  private static final String OBJECTS =
      """
      CREATE SCHEMA "Odd ""S";
      CREATE TABLE "Odd ""S"."T' x" (a int);
      CREATE TABLE sale (id serial, note text);
      CREATE TABLE secret (s text);
      CREATE TABLE open_to_all (a int);
      CREATE VIEW sale_note AS SELECT note FROM sale;
      CREATE SEQUENCE ticket;
      CREATE SEQUENCE lottery;
      CREATE EXTENSION dblink;
      CREATE SCHEMA workshop;
      GRANT CREATE, USAGE ON SCHEMA workshop TO PUBLIC;
      GRANT INSERT ON open_to_all TO PUBLIC;
      GRANT USAGE ON SEQUENCE lottery TO PUBLIC;
      GRANT USAGE ON SCHEMA "Odd ""S" TO plain;
      GRANT SELECT ON "Odd ""S"."T' x", sale, sale_note TO plain;
      GRANT DELETE ON sale TO shop_keeper;
      GRANT UPDATE (note) ON sale TO clerk;
      GRANT UPDATE ON SEQUENCE ticket TO clerk;
      GRANT EXECUTE ON FUNCTION pg_read_file(text) TO clerk;
      CREATE TABLE desk (a int);
      ALTER TABLE desk OWNER TO clerk;
      """;

  @BeforeAll
  static void setUp() throws SQLException {
    asSuperuser("postgres", ROLES);
    create(DATABASE);
  }

  private static void create(String database) throws SQLException {
    asSuperuser("postgres", "CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
    asSuperuser(database, OBJECTS);
  }

  @AfterAll
  static void close() {
    LOOP.close();
  }

  @Test
  void aSuperuserIsNamedAndNothingElse() {
    assertThat(checkup(superuser(DATABASE)).roleFindings())
        .containsExactly("The role is a superuser.");
  }

  @Test
  void whatEveryRoleInheritsIsFoundInARoleThatWasOnlyGrantedToRead() {
    assertThat(checkup(new Login(DATABASE, "plain", "p")).roleFindings())
        .containsExactly(
            "The role may write to 1 table: public.open_to_all.",
            "The role may advance 1 sequence: public.lottery.",
            "The role may create objects in 1 schema: workshop.",
            "The role may create temporary tables.",
            "The role may make large objects with 3 functions:"
                + " lo_creat, lo_create, lo_from_bytea.",
            "The role may reach beyond the database with 20 functions: dblink,"
                + " dblink_build_sql_delete, dblink_build_sql_insert, dblink_build_sql_update,"
                + " dblink_cancel_query and 15 more.");
  }

  @Test
  void powersAreFoundThroughMembershipsThatAreNotInherited() {
    assertThat(checkup(new Login(DATABASE, "clerk", "p")).roleFindings())
        .contains(
            "The role is a member of shop_keeper, which may create roles.",
            "The role is a member of 6 powerful roles: pg_monitor, pg_read_all_data,"
                + " pg_read_all_settings, pg_read_all_stats, pg_signal_backend and 1 more.",
            "The role may write to 3 tables: public.desk, public.open_to_all,"
                + " public.sale (as shop_keeper).",
            "The role may advance 2 sequences: public.lottery, public.ticket.",
            "The role owns 1 relation: public.desk.",
            "The role may change 1 server setting: session_replication_role.",
            "The role may read the passwords in 2 catalogues: pg_authid, pg_shadow.")
        .anyMatch(finding ->
            finding.startsWith("The role may call") && finding.contains("administrative"));
  }

  @Test
  void theRepairMakesARoleThatReadsTheSameAndInWhichNothingIsFound() throws SQLException {
    create("repaired \"shop\"");
    Login reader = repaired(new Login("repaired \"shop\"", "plain", "p"));

    assertThat(checkup(reader).roleFindings()).isEmpty();
    assertThat(checkup(reader).roleRepair()).isNull();
    read(reader, "SELECT 1 FROM sale, sale_note, \"Odd \"\"S\".\"T' x\"");
    assertThatThrownBy(() -> read(reader, "SELECT * FROM secret")).hasMessageContaining("42501");
  }

  @Test
  void theRepairOfASuperuserReadsAllTablesAlsoLaterOnes() throws SQLException {
    create("other");
    Login reader = repaired(superuser("other"));

    asSuperuser("other", "CREATE TABLE made_later (a int)");

    assertThat(checkup(reader).roleFindings()).isEmpty();
    read(reader, "SELECT * FROM secret, made_later");
  }

  private record Login(String database, String role, String password) {}

  private static Login superuser(String database) {
    DatabaseAddress superuser = TestingPostgres.superuser();
    return new Login(database, superuser.user(), superuser.password());
  }

  /** Does what the administrator would. */
  private static Login repaired(Login before) throws SQLException {
    String repair = checkup(before).roleRepair();
    asSuperuser(before.database(), repair.replace(Checkup.PASSWORD, "'" + PASSWORD + "'"));
    String role = repair.split("CREATE ROLE ", 2)[1].split(" ", 2)[0];
    return new Login(before.database(), role, PASSWORD);
  }

  private static void read(Login login, String sql) {
    with(
        login,
        database -> {
          RowCursor cursor =
              LOOP.get(() -> database.open(sql, ResultShape.json(new RowCaps(10, 10_000)), 5_000));
          LOOP.get(cursor::next);
          return LOOP.get(cursor::close);
        });
  }

  private static Checkup checkup(Login login) {
    return with(login, database -> LOOP.get(database::probe));
  }

  private static <T> T with(Login login, Function<PgDatabase, T> work) {
    PgDatabase database =
        new PgDatabase(
            LOOP.vertx(),
            new DatabaseAddress(
                "127.0.0.1",
                TestingPostgres.port(),
                login.database(),
                login.role(),
                login.password(),
                DatabaseAddress.TlsMode.PREFER),
            1);
    try {
      return work.apply(database);
    } finally {
      LOOP.get(database::close);
    }
  }

  private static void asSuperuser(String database, String sql) throws SQLException {
    try (var connection = TestingPostgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

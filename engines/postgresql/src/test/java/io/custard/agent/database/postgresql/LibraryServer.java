package io.custard.agent.database.postgresql;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.DatabaseAddress;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import io.custard.testkit.database.Loop;
import io.custard.testkit.guard.TableNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A server of its own that makes it easy to do harm: prepared transactions and logical replication
 * are on, extensions that reach out are installed, functions write with a superuser's rights. Its
 * reading role is the one that the repair makes.
 */
final class LibraryServer implements AutoCloseable {
  static final String DATABASE = "library";
  private static final String PASSWORD = "r-e-a-d";

  private static final String HARMFUL_SETTINGS =
      """
      ALTER SYSTEM SET max_prepared_transactions = 20;
      ALTER SYSTEM SET wal_level = logical;
      ALTER SYSTEM SET autovacuum = off;
      """;

  private static final String OBJECTS =
      """
      CREATE EXTENSION dblink;
      CREATE EXTENSION tablefunc;
      CREATE EXTENSION file_fdw;
      CREATE EXTENSION postgres_fdw;
      CREATE EXTENSION pgcrypto;
      CREATE TABLE books (id serial PRIMARY KEY, title text, price numeric, author_id int);
      CREATE TABLE authors (id serial PRIMARY KEY, name text, secret text);
      CREATE TABLE t (i int, a int, b text);
      CREATE TABLE users (id int, name text, email text, password text);
      CREATE TABLE orders (id int, customer_id int, total numeric, status text);
      CREATE TABLE customers (id int, name text, city text);
      CREATE TABLE accounts (id int, balance numeric);
      CREATE TABLE products (id int, name text, price numeric);
      CREATE TABLE employees (id int, name text, salary numeric);
      INSERT INTO books (title, price, author_id) SELECT 'Book ' || i, i, i % 7
        FROM generate_series(1, 200) i;
      INSERT INTO authors (name, secret) SELECT 'Ann ' || i, md5(i::text)
        FROM generate_series(1, 7) i;
      INSERT INTO t SELECT i, i, 'b' || i FROM generate_series(1, 50) i;
      INSERT INTO users SELECT i, 'u' || i, 'u@x', 'p' FROM generate_series(1, 20) i;
      INSERT INTO orders SELECT i, i % 9, i, 'open' FROM generate_series(1, 100) i;
      INSERT INTO customers SELECT i, 'c' || i, 'Bern' FROM generate_series(1, 9) i;
      INSERT INTO accounts SELECT i, i * 10 FROM generate_series(1, 9) i;
      CREATE SEQUENCE tally; CREATE SEQUENCE s; CREATE SEQUENCE seq;
      CREATE VIEW cheap AS SELECT * FROM books WHERE price < 10;
      CREATE MATERIALIZED VIEW totals AS SELECT author_id, sum(price) FROM books GROUP BY 1;
      SELECT lo_from_bytea(4711, 'kept'); GRANT ALL ON LARGE OBJECT 4711 TO PUBLIC;
      CREATE FUNCTION add_book() RETURNS int SECURITY DEFINER LANGUAGE sql AS
        $$INSERT INTO books (title) VALUES ('added') RETURNING id$$;
      CREATE FUNCTION count_up() RETURNS bigint SECURITY DEFINER LANGUAGE sql AS
        $$SELECT nextval('tally')$$;
      CREATE FUNCTION free_me() RETURNS int SECURITY DEFINER LANGUAGE plpgsql AS
        $$BEGIN SET LOCAL transaction_read_only = off; DELETE FROM books; RETURN 1; END$$;
      CREATE PROCEDURE empty_shelf() SECURITY DEFINER LANGUAGE plpgsql AS
        $$BEGIN DELETE FROM books; END$$;
      CREATE ROLE bystander LOGIN PASSWORD 'b';
      GRANT CONNECT ON DATABASE library TO bystander;
      ANALYZE;
      """;

  private static final String NAMED_TABLE =
      """
      CREATE TABLE NAME (id int, i int, a int, b text, name text, f1 int, f2 text);
      INSERT INTO NAME SELECT n, n, n, 'b', 'n', n, 'f' FROM generate_series(1, 5) n;
      """;

  private final Path data;
  private final PostgresServer server;
  private DatabaseAddress reader;

  private LibraryServer(Path data, PostgresServer server) {
    this.data = data;
    this.server = server;
  }

  /** Also makes a table for every name that the statements give to one and that is missing. */
  static LibraryServer start(Path data, Loop loop, List<String> statements) throws SQLException {
    PostgresSettings settings = PostgresSettings.in(data, "super-user").withoutSync();
    try (PostgresServer first = PostgresServer.start(settings);
        Connection connection = first.connect("postgres")) {
      run(connection, HARMFUL_SETTINGS);
    }
    LibraryServer library = new LibraryServer(data, PostgresServer.start(settings));
    library.server.createDatabase(DATABASE);
    library.asSuperuser(OBJECTS);
    library.createNamed(statements);
    library.reader = library.repairedRole(loop);
    return library;
  }

  private void createNamed(List<String> statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String name : TableNames.of(statements)) {
        if (isFree(statement, name)) {
          statement.execute(NAMED_TABLE.replace("NAME", name));
        }
      }
    }
  }

  private static boolean isFree(Statement statement, String table) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            """
            SELECT NOT EXISTS (SELECT FROM pg_class WHERE relname = lower('%1$s'))
              AND NOT EXISTS (SELECT FROM pg_type WHERE typname = lower('%1$s'))
              AND NOT EXISTS (SELECT FROM pg_get_keywords() WHERE word = lower('%1$s'))
            """
                .formatted(table))) {
      return found.next() && found.getBoolean(1);
    }
  }

  private DatabaseAddress repairedRole(Loop loop) throws SQLException {
    PgDatabase almighty = new PgDatabase(loop.vertx(), address("postgres", "super-user"), 1);
    String repair = loop.get(almighty::probe).roleRepair();
    loop.get(almighty::close);
    asSuperuser(repair.replace(Checkup.PASSWORD, "'" + PASSWORD + "'"));
    return address("custard_reader", PASSWORD);
  }

  /** The role that the repair made. */
  DatabaseAddress reader() {
    return reader;
  }

  DatabaseAddress address(String role, String password) {
    return new DatabaseAddress(
        "127.0.0.1", server.port(), DATABASE, role, password, DatabaseAddress.TlsMode.DISABLE);
  }

  Connection connect() throws SQLException {
    return server.connect(DATABASE);
  }

  Connection connect(String role, String password) throws SQLException {
    return java.sql.DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), DATABASE), role, password);
  }

  Connection connectAsReader() throws SQLException {
    return connect(reader.user(), reader.password());
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = connect()) {
      run(connection, sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long pid() {
    return server.pid();
  }

  Path data() {
    return data;
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }
}

package io.custard.testkit.database;

import io.custard.agent.database.DatabaseAddress;
import io.custard.embedded.PostgresServer;
import io.custard.embedded.PostgresSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One real server for all tests of the module, with a sample schema and two roles. */
public final class TestingPostgres {
  public static final String READER_PASSWORD = "read-$me-${not}";

  private static final String SCHEMA =
      """
      CREATE ROLE reader LOGIN PASSWORD '%s';
      CREATE ROLE writer LOGIN PASSWORD 'w';
      GRANT CONNECT ON DATABASE shop TO reader, writer;
      REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea)
        FROM PUBLIC;
      CREATE TYPE mood AS ENUM ('calm', 'wild');
      CREATE DOMAIN price AS numeric(10,2);
      CREATE TABLE customer (
        id bigint PRIMARY KEY, name text NOT NULL, mood mood, born date, tags text[]);
      COMMENT ON TABLE customer IS 'Who buys';
      COMMENT ON COLUMN customer.name IS 'As on the invoice';
      CREATE TABLE orders (
        customer_id bigint NOT NULL REFERENCES customer, no int, total price,
        PRIMARY KEY (customer_id, no)) PARTITION BY RANGE (no);
      CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000);
      CREATE VIEW big_order AS SELECT * FROM orders WHERE total > 100;
      CREATE MATERIALIZED VIEW order_count AS SELECT count(*) AS n FROM orders;
      CREATE SCHEMA "Odd Schema";
      CREATE TABLE "Odd Schema"."Table, with {braces}" ("a ""quoted"" column" int);
      CREATE TABLE hidden (secret text);
      CREATE SEQUENCE s;
      INSERT INTO customer VALUES (1, 'Ann', 'calm', '1990-01-02', '{a,b}');
      ANALYZE customer;
      GRANT USAGE ON SCHEMA "Odd Schema" TO reader, writer;
      GRANT SELECT ON customer, orders, big_order, order_count,
        "Odd Schema"."Table, with {braces}" TO reader, writer;
      GRANT INSERT, UPDATE ON customer TO writer;
      """
          .formatted(READER_PASSWORD);

  private static final PostgresSettings SETTINGS = PostgresSettings.temporary();
  private static final PostgresServer SERVER = start();

  private TestingPostgres() {}

  private static PostgresServer start() {
    PostgresServer server = PostgresServer.start(SETTINGS);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    try {
      server.createDatabase("shop");
      try (Connection connection = server.connect("shop");
          Statement statement = connection.createStatement()) {
        statement.execute(SCHEMA);
      }
      return server;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static DatabaseAddress reader() {
    return address("reader", READER_PASSWORD);
  }

  public static DatabaseAddress writer() {
    return address("writer", "w");
  }

  public static DatabaseAddress superuser() {
    return address("postgres", SETTINGS.password());
  }

  /** A connection of the superuser; the caller closes it. */
  public static Connection connect(String database) throws SQLException {
    return SERVER.connect(database);
  }

  public static int port() {
    return SERVER.port();
  }

  public static DatabaseAddress address(String user, String password) {
    return new DatabaseAddress(
        "127.0.0.1", SERVER.port(), "shop", user, password, DatabaseAddress.TlsMode.PREFER);
  }

  /** Statements of the role that run now and hold the marker. */
  public static int running(String marker) {
    return Integer.parseInt(
        scalar(
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND usename <> 'postgres'"
                + " AND query LIKE '%"
                + marker
                + "%'"));
  }

  public static String scalar(String sql) {
    try (Connection connection = SERVER.connect("shop");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.custard.agent.database.mysql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.embedded.mariadb.MariaDbServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One real server for all tests of the module, with a sample schema and three accounts. */
final class TestingMariaDb {
  static final String READER_PASSWORD = "read-$me-${not}";

  private static final String SCHEMA =
      """
      CREATE DATABASE shop_1 CHARACTER SET utf8mb4;
      CREATE DATABASE odd;
      CREATE DATABASE closed;
      USE shop_1;
      CREATE TABLE customer (
        id bigint unsigned PRIMARY KEY, name varchar(100) NOT NULL COMMENT 'As on the invoice',
        mood enum('calm', 'wild'), born date, seen timestamp(3) NULL) COMMENT 'Who buys';
      CREATE TABLE orders (
        customer_id bigint unsigned NOT NULL, no int, total decimal(10,2), note json,
        PRIMARY KEY (customer_id, no), FOREIGN KEY (customer_id) REFERENCES customer (id));
      CREATE VIEW big_order AS SELECT * FROM orders WHERE total > 100;
      CREATE TABLE closed.hidden (secret text);
      CREATE SEQUENCE numbers;
      CREATE TABLE odd.`Table, with {braces}` (`a ``quoted`` column` int);
      CREATE TABLE odd.every_type (
        a tinyint, b tinyint unsigned, c smallint, d mediumint unsigned, e int unsigned,
        f bigint unsigned, g float, h double, i decimal(65,30), j bit(1), k bit(12), l year, m date,
        n time(3), o datetime(6), p char(4), q binary(3), r blob, s set('a', 'b', 'c'), t uuid,
        u inet6, v point);
      SET sql_mode = '';
      INSERT INTO odd.every_type VALUES (
        -128, 255, -32768, 16777215, 4294967295, 18446744073709551615, 1.5, 0.1,
        99999999999999999999999999999999999.123456789012345678901234567890, b'1', b'101', 2024,
        '0000-00-00', '838:59:59.999', '9999-12-31 23:59:59.999999', 'ab', 'ab', X'0001', 'b,c',
        '5a8b1c9e-0000-4000-8000-00000000000f', '::1', point(1, 2));
      INSERT INTO customer VALUES (1, 'Ann', 'calm', '1990-01-02', NULL);
      INSERT INTO orders VALUES (1, 1, 12.50, '{}'), (1, 2, 250.00, NULL);
      CREATE FUNCTION doubled(n int) RETURNS int DETERMINISTIC RETURN 2 * n;
      CREATE USER reader IDENTIFIED BY '%s', writer IDENTIFIED BY 'w', almighty IDENTIFIED BY 'a';
      GRANT SELECT, SHOW VIEW ON shop_1.* TO reader;
      GRANT SELECT ON odd.* TO reader;
      GRANT SELECT, INSERT, UPDATE (name) ON shop_1.customer TO writer;
      GRANT FILE, PROCESS ON *.* TO writer;
      GRANT EXECUTE ON FUNCTION shop_1.doubled TO writer;
      GRANT ALL PRIVILEGES ON *.* TO almighty WITH GRANT OPTION;
      """
          .formatted(READER_PASSWORD);

  private static final MariaDbServer SERVER = startServer();

  private TestingMariaDb() {}

  private static MariaDbServer startServer() {
    MariaDbServer server = MariaDbServer.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SCHEMA);
      return server;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static MariaDbServer server() {
    return SERVER;
  }

  static DatabaseAddress reader() {
    return address("reader", READER_PASSWORD);
  }

  static DatabaseAddress writer() {
    return address("writer", "w");
  }

  static DatabaseAddress almighty() {
    return address("almighty", "a");
  }

  static DatabaseAddress address(String user, String password) {
    return new DatabaseAddress(
        "127.0.0.1", SERVER.port(), "shop_1", user, password, DatabaseAddress.TlsMode.PREFER);
  }

  /** Statements that run now and hold the marker. */
  static int running(String marker) {
    try {
      return SERVER.running(marker);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String scalar(String sql) {
    try (Connection connection = SERVER.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

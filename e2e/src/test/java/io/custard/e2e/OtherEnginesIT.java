package io.custard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.e2e.Api.Answer;
import io.custard.embedded.mariadb.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases other than PostgreSQL, through every process. */
class OtherEnginesIT {
  @TempDir private Path folder;

  @Test
  void mariaDbIsReadAndNothingElse() throws Exception {
    Api api = RunningSuite.get().api();
    try (MariaDbServer server = MariaDbServer.start()) {
      try (Connection root = server.connect();
          Statement statement = root.createStatement()) {
        statement.execute(
            "CREATE DATABASE shop; CREATE TABLE shop.orders (id int PRIMARY KEY, total decimal(10,2));"
                + " INSERT INTO shop.orders VALUES (1, 12.50), (2, 7.25);"
                + " CREATE USER reader IDENTIFIED BY 'r-4711'; GRANT SELECT ON shop.* TO reader");
      }
      String url = "mysql://reader:r-4711@127.0.0.1:" + server.port() + "/shop";
      try (LinkedConnection shop =
          LinkedConnection.start(api, Map.of("name", "shop", "dialect", "mysql"), url)) {
        Answer read = api.sql(shop.id(), "SELECT `id`, total FROM orders ORDER BY id # all");
        assertThat(read.body().path("rows").toString()).isEqualTo("[[1,12.5],[2,7.25]]");
        assertRefused(api, shop, "SELECT 1 /*! INTO OUTFILE '/tmp/x' */", "SQL_UNREADABLE");
        assertRefused(api, shop, "SELECT id FROM orders INTO OUTFILE 'x'", "SQL_NOT_READ_ONLY");
        assertRefused(api, shop, "SELECT `sleep`(9)", "SQL_FUNCTION_NOT_ALLOWED");
        assertRefused(api, shop, "SELECT user FROM mysql.user", "SQL_RELATION_NOT_ALLOWED");
      }
    }
  }

  @Test
  void aSqliteFileIsReadAndStaysAsItIs() throws Exception {
    Api api = RunningSuite.get().api();
    Path file = folder.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, total NUMERIC)");
      statement.execute("INSERT INTO orders VALUES (1, 12.5), (2, 7.25)");
    }
    byte[] before = Files.readAllBytes(file);
    try (LinkedConnection shop =
        LinkedConnection.start(
            api, Map.of("name", "file", "dialect", "sqlite"), "sqlite://" + file)) {
      Answer read = api.sql(shop.id(), "SELECT count(*), sum(total) FROM [orders] WHERE id == 2");
      assertThat(read.body().path("rows").toString()).isEqualTo("[[1,7.25]]");
      assertRefused(api, shop, "ATTACH 'x.db' AS x", "SQL_NOT_READ_ONLY");
      assertRefused(api, shop, "SELECT load_extension('x')", "SQL_FUNCTION_NOT_ALLOWED");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactly("shop.db");
  }

  private static void assertRefused(Api api, LinkedConnection at, String sql, String code)
      throws Exception {
    Answer answer = api.sql(at.id(), sql);
    assertThat(answer.status()).as(sql).isEqualTo(422);
    assertThat(answer.code()).as(sql).isEqualTo(code);
  }
}

package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresRenderingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "How many customers are in Germany?~SELECT COUNT(*) AS count FROM customers WHERE country = 'Germany'",
        "How many orders does each customer have?~SELECT t2.customer_name, COUNT(*) AS count FROM orders AS t1 JOIN customers AS t2 ON t1.customer_id = t2.customer_id GROUP BY t2.customer_id, t2.customer_name",
        "Which customers have no orders?~SELECT t1.customer_name FROM customers AS t1 WHERE NOT EXISTS (SELECT 1 FROM orders AS t2 WHERE t1.customer_id = t2.customer_id)",
        "What is the most expensive product?~SELECT product_name FROM products ORDER BY unit_price DESC NULLS LAST LIMIT 1",
        "How many orders were placed in 2024?~SELECT COUNT(*) AS count FROM orders WHERE order_date >= DATE '2024-01-01' AND order_date < DATE '2025-01-01'",
        "city of Pat O'Brien~SELECT city FROM customers WHERE customer_name = 'Pat O''Brien'",
        "list tables~SELECT table_schema, table_name, table_type FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY table_schema, table_name",
      })
  void writesPostgres(String question, String sql) {
    try (TestingDatabase shop = TestingDatabase.of(TestingSchemas.SHOP)) {
      assertThat(shop.postgresSql(question)).isEqualTo(sql);
    }
  }
}

package io.custard.launcher.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.launcher.home.LauncherException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:s3cret@db.example:5432/sales, sales",
    "postgres://ann@db/sales, sales",
    "postgresql://db/sales, sales",
    "postgresql://ann:p%40ss@[::1]:5432/sales, sales",
    "postgresql://ann@db_host:5432/sales?sslmode=require, sales",
    "postgresql://ann@db/my%20shop, my shop"
  })
  void readsTheDatabaseOf(String url, String database) {
    DatabaseUrl parsed = DatabaseUrl.parse(url);

    assertThat(parsed.database()).isEqualTo(database);
    assertThat(parsed.value()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ann:s3cret@db/sales",
        "postgresql://ann:s3cret@db",
        "postgresql://ann:s3cret@db/",
        "postgresql://ann:s3cret@/sales",
        "postgresql:///sales",
        "s3cret",
        "postgresql://ann:s3cret x@db/sales"
      })
  void refusalNeverQuotesTheAddress(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(LauncherException.class)
        .hasMessageNotContaining("s3cret");
  }
}

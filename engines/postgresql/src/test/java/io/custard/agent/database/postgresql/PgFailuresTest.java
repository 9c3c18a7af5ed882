package io.custard.agent.database.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is said of a statement that fails, against a real server. */
class PgFailuresTest {
  private static final ReadingPostgres POSTGRES = new ReadingPostgres();

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @Test
  void errorsHoldNoValues() {
    assertThatThrownBy(() -> POSTGRES.read("SELECT name::int FROM customer"))
        .hasMessageContaining("22P02")
        .hasMessageNotContaining("Ann");
  }

  @Test
  void wrongColumnsAreNamedByPosition() {
    assertThatThrownBy(() -> POSTGRES.read("SELECT nix FROM customer"))
        .hasMessageContaining("a column does not exist")
        .hasMessageContaining("42703")
        .hasMessageContaining("position 8");
  }
}

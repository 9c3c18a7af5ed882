package io.custard.query.history;

import io.custard.protocol.QueryId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question or a statement. Holds texts, counts and times, never a row.
 *
 * @param sql what was run; null: nothing was
 * @param model that put the question into SQL, or {@code built-in}; null for SQL of one's own
 * @param outcome {@link #ANSWERED}, or the name of an error's code
 */
public record Told(
    QueryId id,
    Asking asked,
    @Nullable String sql,
    @Nullable String model,
    String outcome,
    Figures figures) {
  /** The outcome of what has a result. */
  public static final String ANSWERED = "answered";

  static final String QUESTION = "question";
  static final String SQL = "sql";

  public Told {
    Objects.requireNonNull(id);
    Objects.requireNonNull(asked);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(figures);
  }

  /**
   * Counts, and times in milliseconds.
   *
   * @param rowCount null: there is no result
   * @param promptTokens null: no model was asked
   */
  public record Figures(
      @Nullable Integer rowCount,
      boolean truncated,
      @Nullable Long composeMs,
      @Nullable Long executeMs,
      long totalMs,
      @Nullable Long promptTokens,
      @Nullable Long answerTokens) {
    static Figures none(long totalMs) {
      return new Figures(null, false, null, null, totalMs, null, null);
    }
  }

  String kind() {
    return asked.question() == null ? SQL : QUESTION;
  }

  @Nullable String storedQuestion() {
    return stored(asked.question());
  }

  @Nullable String storedSql() {
    return stored(sql);
  }

  /** What it is found by. */
  String found() {
    return SearchText.of(storedQuestion(), storedSql());
  }

  /** About what it takes in memory. */
  int characters() {
    return length(asked.question()) + length(sql);
  }

  /** Leaves the texts out. */
  @Override
  public String toString() {
    return "Told[" + id + ", " + outcome + "]";
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** Without the NUL that PostgreSQL does not store. */
  private static @Nullable String stored(@Nullable String text) {
    return text == null ? null : text.replace('\0', ' ');
  }
}

package io.custard.query.page;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one search, as a text of SQL that only we write and values that only go in as
 * parameters. What is null does not matter.
 */
public final class Conditions {
  private final StringBuilder text = new StringBuilder();
  private final Tuple values = Tuple.tuple();

  /**
   * Joins one with AND.
   *
   * @param condition with {@code ?} wherever the value belongs
   */
  public Conditions and(String condition, @Nullable Object value) {
    if (value != null) {
      String place = "$" + (values.size() + 1);
      values.addValue(value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
      text.append(text.isEmpty() ? "" : " and ").append(condition.replace("?", place));
    }
    return this;
  }

  /** From a moment on, and before another. */
  public Conditions between(String column, @Nullable Instant from, @Nullable Instant to) {
    return and(column + " >= ?", from).and(column + " < ?", to);
  }

  /** Only what comes after this place of a list, the newest first. */
  public Conditions after(String at, String id, @Nullable Cursor cursor) {
    if (cursor != null) {
      String time = place(cursor.at().atOffset(ZoneOffset.UTC));
      text.append(" and (%s, %s) < (%s, %s)".formatted(at, id, time, place(cursor.id())));
    }
    return this;
  }

  /** The place of another value, for what stands outside of the conditions. */
  public String place(Object value) {
    values.addValue(value);
    return "$" + values.size();
  }

  /** An id that must be the same. */
  public Conditions same(String column, @Nullable UUID id) {
    return and(column + " = ?", id);
  }

  /** What stands after WHERE. */
  public String text() {
    return text.toString();
  }

  public Tuple values() {
    return values;
  }
}

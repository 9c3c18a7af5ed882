package io.custard.conversation.statement;

import io.custard.guard.Dialect;
import io.custard.protocol.ColumnType;
import io.custard.protocol.TableDescription.Column;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which columns hold days. */
public final class DateColumns {
  // SQLite has no type for dates; there they are texts of the form 2026-10-01.
  private static final Pattern NAMED = Pattern.compile(".*(_at|_on|date|day|_time|timestamp)");

  private DateColumns() {}

  /** Whether the column holds days, or moments in them. */
  public static boolean isDate(Dialect dialect, Column column) {
    return switch (column.type()) {
      case DATE, TIMESTAMP, TIMESTAMPTZ -> true;
      case TEXT, OTHER ->
          dialect == Dialect.SQLITE
              && NAMED.matcher(column.name().toLowerCase(Locale.ROOT)).matches();
      default -> false;
    };
  }

  /** Whether it holds whole days, so that one day is one value. */
  static boolean isWholeDay(Column column) {
    return column.type() == ColumnType.DATE;
  }
}

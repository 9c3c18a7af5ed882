package io.custard.agent.database.duckdb;

import io.custard.agent.database.JsonBuffer;
import io.custard.protocol.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON without losing a digit. */
final class DuckCells {
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");

  private DuckCells() {}

  static void write(ColumnType type, @Nullable Object value, JsonBuffer out) {
    if (value instanceof String text && type == ColumnType.INTERVAL) {
      string(IsoInterval.of(text), out);
    } else if (value instanceof String text
        && type == ColumnType.INTEGER
        && WHOLE.matcher(text).matches()) {
      out.ascii(text);
    } else if (type == ColumnType.OTHER && value != null) {
      string(value.toString(), out);
    } else {
      write(value, out);
    }
  }

  private static void write(@Nullable Object value, JsonBuffer out) {
    switch (value) {
      case null -> out.nothing();
      case Boolean truth -> out.ascii(truth.toString());
      case Double number -> number(number.isNaN() || number.isInfinite(), number, out);
      case Float number -> number(number.isNaN() || number.isInfinite(), number, out);
      case Number number -> out.ascii(number.toString());
      case byte[] bytes -> string(Base64.getEncoder().encodeToString(bytes), out);
      case JsonNode json -> verbatim(json.toString(), out);
      case List<?> list -> list(list, out);
      case Map<?, ?> map -> map(map, out);
      default -> string(DuckTimes.text(value), out);
    }
  }

  private static void number(boolean hasNoDigits, Object number, JsonBuffer out) {
    if (hasNoDigits) {
      string(number.toString(), out);
    } else {
      out.ascii(number.toString());
    }
  }

  private static void list(List<?> items, JsonBuffer out) {
    out.raw('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.raw(',');
      }
      write(items.get(i), out);
    }
    out.raw(']');
  }

  /** A key that is no text is written as the text of its value. */
  private static void map(Map<?, ?> entries, JsonBuffer out) {
    out.raw('{');
    boolean isFirst = true;
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (!isFirst) {
        out.raw(',');
      }
      isFirst = false;
      string(entry.getKey() == null ? "null" : DuckTimes.text(entry.getKey()), out);
      out.raw(':');
      write(entry.getValue(), out);
    }
    out.raw('}');
  }

  private static void string(String text, JsonBuffer out) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.string(utf8, 0, utf8.length);
  }

  private static void verbatim(String json, JsonBuffer out) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    out.json(utf8, 0, utf8.length);
  }
}

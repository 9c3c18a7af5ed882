package io.custard.agent.database.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.custard.agent.database.JsonBuffer;
import io.custard.protocol.ColumnType;
import io.custard.protocol.ResultColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column and how its cells are written. SQLite keeps a type with each value, not with the column:
 * a cell is written as the value is stored, and the column's type comes from its declaration or,
 * for an expression or a column declared as BLOB, from its first value.
 *
 * @param type null while nothing is known
 */
record SqliteColumn(String name, @Nullable ColumnType type) {
  /** The forms in which SQLite's own date functions write a time of day with its date. */
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

  private static final JsonFactory JSON = new JsonFactory();

  static SqliteColumn declared(String name, @Nullable String declaration) {
    return new SqliteColumn(
        name, declaration == null || declaration.isBlank() ? null : type(declaration));
  }

  /** What a declaration means, by SQLite's own rules where those go, by common names before. */
  static ColumnType type(String declaration) {
    String text = declaration.toUpperCase(Locale.ROOT);
    if (text.contains("BOOL")) {
      return ColumnType.BOOLEAN;
    } else if (text.startsWith("DATETIME") || text.startsWith("TIMESTAMP")) {
      return ColumnType.TIMESTAMP;
    } else if (text.equals("DATE")) {
      return ColumnType.DATE;
    } else if (text.equals("TIME")) {
      return ColumnType.TIME;
    } else if (text.startsWith("JSON")) {
      return ColumnType.JSON;
    } else if (text.equals("UUID")) {
      return ColumnType.UUID;
    } else if (text.contains("INT")) {
      return ColumnType.INTEGER;
    } else if (has(text, "CHAR", "CLOB", "TEXT", "STRING")) {
      return ColumnType.TEXT;
    } else if (has(text, "BLOB", "BINARY")) {
      return ColumnType.BYTES;
    } else if (has(text, "REAL", "FLOA", "DOUB")) {
      return ColumnType.FLOAT;
    } else if (has(text, "DEC", "NUM", "MONEY")) {
      return ColumnType.DECIMAL;
    }
    return ColumnType.OTHER;
  }

  private static boolean has(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Declared as BLOB, a column takes texts and numbers as readily, and converts none of them. */
  boolean isUnknown() {
    return type == null || type == ColumnType.BYTES;
  }

  /** The same column after its first value was seen. */
  SqliteColumn seen(@Nullable Object value) {
    return !isUnknown()
        ? this
        : switch (value) {
          case Integer i -> new SqliteColumn(name, ColumnType.INTEGER);
          case Long l -> new SqliteColumn(name, ColumnType.INTEGER);
          case Double d -> new SqliteColumn(name, ColumnType.FLOAT);
          case String s -> new SqliteColumn(name, ColumnType.TEXT);
          case byte[] b -> new SqliteColumn(name, ColumnType.BYTES);
          case null, default -> this;
        };
  }

  ResultColumn described() {
    return new ResultColumn(name, type == null ? ColumnType.OTHER : type);
  }

  void write(@Nullable Object value, JsonBuffer out) {
    switch (value) {
      case null -> out.nothing();
      case Double number -> number(number, out);
      case String text -> text(text, out);
      case byte[] bytes -> out.raw('"').ascii(Base64.getEncoder().encodeToString(bytes)).raw('"');
      default -> whole(((Number) value).longValue(), out);
    }
  }

  private void whole(long number, JsonBuffer out) {
    boolean isTruth = type == ColumnType.BOOLEAN && (number == 0 || number == 1);
    out.ascii(isTruth ? (number == 1 ? "true" : "false") : Long.toString(number));
  }

  private static void number(double number, JsonBuffer out) {
    if (Double.isFinite(number)) {
      out.ascii(Double.toString(number));
    } else {
      out.raw('"').ascii(Double.toString(number)).raw('"');
    }
  }

  /** Text in a JSON column is written as it stands, unless it is not JSON after all. */
  private void text(String text, JsonBuffer out) {
    boolean isDateTime = type == ColumnType.TIMESTAMP && DATE_TIME.matcher(text).matches();
    byte[] utf8 = (isDateTime ? text.replace(' ', 'T') : text).getBytes(StandardCharsets.UTF_8);
    if (type == ColumnType.JSON && isJson(utf8)) {
      out.json(utf8, 0, utf8.length);
    } else {
      out.string(utf8, 0, utf8.length);
    }
  }

  private static boolean isJson(byte[] utf8) {
    try (JsonParser parser = JSON.createParser(utf8)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}

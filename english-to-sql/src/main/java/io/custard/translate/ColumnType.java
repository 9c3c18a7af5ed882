package io.custard.translate;

import java.util.Locale;

/** What kind of values a column holds, as far as reading a question needs to know. */
public enum ColumnType {
  TEXT,
  INTEGER,
  DECIMAL,
  FLOAT,
  BOOLEAN,
  DATE,
  TIME,
  TIMESTAMP,
  JSON,
  UUID,
  BYTES,
  OTHER;

  /** The kind of a type as a database spells it, such as {@code varchar(20)} or {@code int8}. */
  public static ColumnType ofDatabaseType(String nativeType) {
    String type = nativeType.toLowerCase(Locale.ROOT).strip();
    if (type.endsWith("[]") || type.startsWith("_")) {
      return OTHER;
    }
    if (type.startsWith("timestamp") || type.startsWith("datetime")) {
      return TIMESTAMP;
    }
    if (type.startsWith("date")) {
      return DATE;
    }
    if (type.startsWith("time")) {
      return TIME;
    }
    if (type.startsWith("interval") || type.startsWith("point")) {
      return OTHER;
    }
    return ofPlainType(type);
  }

  private static ColumnType ofPlainType(String type) {
    if (type.startsWith("bool") || type.equals("bit") || type.equals("bit(1)")) {
      return BOOLEAN;
    }
    if (type.contains("int") || type.contains("serial")) {
      return INTEGER;
    }
    if (type.startsWith("num") || type.startsWith("dec") || type.startsWith("money")) {
      return DECIMAL;
    }
    if (type.contains("float") || type.contains("double") || type.startsWith("real")) {
      return FLOAT;
    }
    if (type.contains("char")
        || type.contains("text")
        || type.contains("clob")
        || type.equals("name")
        || type.startsWith("string")
        || type.startsWith("enum")) {
      return TEXT;
    }
    if (type.startsWith("json")) {
      return JSON;
    }
    if (type.startsWith("uuid") || type.startsWith("uniqueidentifier")) {
      return UUID;
    }
    return type.contains("blob") || type.startsWith("bytea") || type.contains("binary")
        ? BYTES
        : OTHER;
  }

  /** Whether sums and averages make sense. */
  public boolean numeric() {
    return this == INTEGER || this == DECIMAL || this == FLOAT;
  }

  /** Whether values are points in time with a date. */
  public boolean dated() {
    return this == DATE || this == TIMESTAMP;
  }
}

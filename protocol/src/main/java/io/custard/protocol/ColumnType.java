package io.custard.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The closed set of column types that every engine's types map to. The wire value is the lower-case
 * name; what is unknown reads as {@link #OTHER}.
 */
public enum ColumnType {
  TEXT,
  /** A whole number of any width. Values beyond 2^53 travel as JSON numbers, not rounded. */
  INTEGER,
  /** An exact decimal; travels as a JSON number with all its digits. */
  DECIMAL,
  /** IEEE 754; NaN and the infinities travel as the strings {@code NaN}, {@code Infinity}. */
  FLOAT,
  BOOLEAN,
  /** ISO 8601 date. */
  DATE,
  /** ISO 8601 time of day. */
  TIME,
  /** ISO 8601 date and time without a zone. */
  TIMESTAMP,
  /** ISO 8601 date and time with an offset. */
  TIMESTAMPTZ,
  /** ISO 8601 duration. */
  INTERVAL,
  JSON,
  UUID,
  /** Base64. */
  BYTES,
  /** A JSON array. */
  ARRAY,
  /** Whatever has no better name; travels as its text. */
  OTHER;

  @JsonCreator
  public static ColumnType of(String wire) {
    for (ColumnType type : values()) {
      if (type.wire().equals(wire)) {
        return type;
      }
    }
    return OTHER;
  }

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}

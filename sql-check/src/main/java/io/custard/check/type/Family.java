package io.custard.check.type;

import io.custard.check.block.Bound;
import io.custard.protocol.TableDescription.Column;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Types that compare with each other. */
enum Family {
  NUMBER("a number"),
  TEXT("a text"),
  BOOLEAN("a truth value"),
  DATE("a date"),
  UUID("a UUID");

  private static final List<String> TEXTS = List.of("text", "varchar", "char", "bpchar");

  private final String shown;

  Family(String shown) {
    this.shown = shown;
  }

  /** The family of a column; empty where the type is unknown or has rules of its own. */
  static Optional<Family> of(Bound bound) {
    Column column = bound.field().column();
    if (column == null) {
      return Optional.empty();
    }
    String type = column.nativeType().toLowerCase(Locale.ROOT);
    return switch (column.type()) {
      case INTEGER, DECIMAL, FLOAT ->
          type.startsWith("money") ? Optional.empty() : Optional.of(NUMBER);
      // Types of the owner's, enumerations among them, may have operators of their own.
      case TEXT -> TEXTS.stream().anyMatch(type::startsWith) ? Optional.of(TEXT) : Optional.empty();
      case BOOLEAN -> Optional.of(BOOLEAN);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> Optional.of(DATE);
      case UUID -> Optional.of(UUID);
      case TIME, INTERVAL, JSON, BYTES, ARRAY, OTHER -> Optional.empty();
    };
  }

  /** As it is said of a column: "is …". */
  String shown() {
    return shown;
  }
}

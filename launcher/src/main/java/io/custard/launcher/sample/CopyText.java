package io.custard.launcher.sample;

import io.custard.launcher.sample.shop.SampleRow;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's text format of COPY: tabs between values, backslash escapes, {@code \N} for NULL.
 */
final class CopyText {
  private CopyText() {}

  static void append(SampleRow row, StringBuilder out) {
    String separator = "";
    for (String value : row.values()) {
      out.append(separator);
      append(value, out);
      separator = "\t";
    }
    out.append('\n');
  }

  private static void append(@Nullable String value, StringBuilder out) {
    if (value == null) {
      out.append("\\N");
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }
}

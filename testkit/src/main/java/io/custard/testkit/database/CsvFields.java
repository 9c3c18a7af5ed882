package io.custard.testkit.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads RFC 4180 by the letter; a field without quotes and text is null. */
final class CsvFields {
  private final String text;
  private int at;

  private CsvFields(String text) {
    this.text = text;
  }

  /** The fields of each line. */
  static List<List<Optional<String>>> of(String text) {
    CsvFields reader = new CsvFields(text);
    List<List<Optional<String>>> lines = new ArrayList<>();
    while (reader.at < text.length()) {
      lines.add(reader.line());
    }
    return lines;
  }

  private List<Optional<String>> line() {
    List<Optional<String>> fields = new ArrayList<>();
    fields.add(field());
    while (text.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    if (!text.startsWith("\r\n", at)) {
      throw new IllegalArgumentException("a line does not end where its last field does");
    }
    at += 2;
    return fields;
  }

  private Optional<String> field() {
    return text.charAt(at) == '"' ? Optional.of(quoted()) : plain();
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
      at += text.charAt(at) == '"' ? 1 : 0;
      field.append(text.charAt(at++));
    }
    at++;
    return field.toString();
  }

  private Optional<String> plain() {
    int start = at;
    while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return start == at ? Optional.empty() : Optional.of(text.substring(start, at));
  }
}

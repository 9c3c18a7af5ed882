package io.custard.agent.database;

/**
 * A line of RFC 4180 for each row. Each field is made in place from the JSON value that was written
 * for it: null becomes nothing, a string its text, an array or object its JSON text in quotes, the
 * rest stays as it is. Quoted is what holds a comma, what JSON had to escape, and the empty text,
 * which is thereby told from null.
 */
final class CsvFormat implements RowFormat {
  private static final int NONE = -1;

  private int cell = NONE;

  @Override
  public void separate(JsonBuffer out) {}

  @Override
  public void begin(JsonBuffer out) {
    cell = NONE;
  }

  @Override
  public void cell(JsonBuffer out) {
    if (cell != NONE) {
      field(out);
      out.raw(',');
    }
    cell = out.size();
  }

  @Override
  public void end(JsonBuffer out) {
    if (cell != NONE) {
      field(out);
    }
    out.raw('\r').raw('\n');
  }

  private void field(JsonBuffer out) {
    switch (out.at(cell)) {
      case 'n' -> out.truncate(cell);
      case '"' -> text(out);
      case '[', '{' -> quote(out);
      default -> {}
    }
  }

  /** A string without escapes is a quoted field already. */
  private void text(JsonBuffer out) {
    byte[] bytes = out.bytes();
    int end = out.size() - 1;
    boolean needsQuotes = end == cell + 1;
    for (int i = cell + 1; i < end; i++) {
      if (bytes[i] == '\\') {
        out.truncate(JsonEscapes.toQuotedField(bytes, i, end));
        return;
      }
      needsQuotes |= bytes[i] == ',';
    }
    if (!needsQuotes) {
      System.arraycopy(bytes, cell + 1, bytes, cell, end - cell - 1);
      out.truncate(end - 1);
    }
  }

  /** From the end to the start, so that nothing is overwritten before it is moved. */
  private void quote(JsonBuffer out) {
    int end = out.size();
    int more = 2;
    for (int i = cell; i < end; i++) {
      more += out.at(i) == '"' ? 1 : 0;
    }
    byte[] bytes = out.extend(more);
    int to = end + more;
    bytes[--to] = '"';
    for (int i = end - 1; i >= cell; i--) {
      bytes[--to] = bytes[i];
      if (bytes[i] == '"') {
        bytes[--to] = '"';
      }
    }
    bytes[cell] = '"';
  }
}

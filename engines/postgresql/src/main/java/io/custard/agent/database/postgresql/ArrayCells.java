package io.custard.agent.database.postgresql;

import io.custard.agent.database.JsonBuffer;

/**
 * Arrays of any depth, from the literal form {@code [0:1]={1,NULL,"a \"b\""}} to a JSON array. The
 * lower bounds are left out.
 *
 * @param delimiter what stands between elements; a comma for every type but box
 */
record ArrayCells(CellEncoder element, char delimiter) implements CellEncoder {

  @Override
  public void write(byte[] text, int from, int to, JsonBuffer out) {
    int at = from;
    if (text[at] == '[') {
      while (text[at] != '=') {
        at++;
      }
      at++;
    }
    while (at < to) {
      byte b = text[at];
      if (b == '{' || b == '}') {
        out.raw(b == '{' ? '[' : ']');
        at++;
      } else if (b == delimiter) {
        out.raw(',');
        at++;
      } else {
        at = b == '"' ? quoted(text, at + 1, to, out) : plain(text, at, to, out);
      }
    }
  }

  private int plain(byte[] text, int from, int to, JsonBuffer out) {
    int end = from;
    while (end < to && text[end] != delimiter && text[end] != '}') {
      end++;
    }
    if (end - from == 4 && text[from] == 'N' && text[from + 1] == 'U' && text[from + 2] == 'L') {
      out.nothing();
    } else {
      element.write(text, from, end, out);
    }
    return end;
  }

  /** Takes the backslashes off; returns what follows the closing quote. */
  private int quoted(byte[] text, int from, int to, JsonBuffer out) {
    byte[] value = new byte[to - from];
    int size = 0;
    int at = from;
    while (text[at] != '"') {
      at += text[at] == '\\' ? 1 : 0;
      value[size++] = text[at++];
    }
    element.write(value, 0, size, out);
    return at + 1;
  }
}

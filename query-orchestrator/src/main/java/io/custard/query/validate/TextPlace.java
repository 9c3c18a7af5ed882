package io.custard.query.validate;

/** A place of a text as editors count it: the first line and the first column are 1. */
record TextPlace(int line, int column) {
  /** Of a 0-based index; one beyond the text means its end. */
  static TextPlace of(String text, int position) {
    int end = Math.min(Math.max(position, 0), text.length());
    int line = 1;
    int begin = 0;
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        begin = i + 1;
      }
    }
    return new TextPlace(line, end - begin + 1);
  }
}

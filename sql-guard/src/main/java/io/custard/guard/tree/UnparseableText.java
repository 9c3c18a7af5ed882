package io.custard.guard.tree;

import java.io.Serial;

/** The parser does not know the statement. */
public final class UnparseableText extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int offset;

  UnparseableText(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /** Where the parser stopped in the text it was given, 0-based. */
  public int offset() {
    return offset;
  }
}

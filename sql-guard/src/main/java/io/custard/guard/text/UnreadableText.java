package io.custard.guard.text;

import java.io.Serial;

/** The text cannot be cut into tokens. The message is a sentence without any part of the text. */
public final class UnreadableText extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int position;

  public UnreadableText(String message, int position) {
    super(message, null, false, false);
    this.position = position;
  }

  /** Where reading stopped, 0-based. */
  public int position() {
    return position;
  }
}

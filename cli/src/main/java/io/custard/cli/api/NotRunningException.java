package io.custard.cli.api;

/** There is no stack to ask; the message says what to do. */
public final class NotRunningException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotRunningException(String message) {
    super(message);
  }
}

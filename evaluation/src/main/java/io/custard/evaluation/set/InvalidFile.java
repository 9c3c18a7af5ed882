package io.custard.evaluation.set;

/** A file is not what it should be; the message says which and why. */
public final class InvalidFile extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidFile(String message) {
    super(message);
  }
}

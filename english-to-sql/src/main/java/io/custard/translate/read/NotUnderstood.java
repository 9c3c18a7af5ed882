package io.custard.translate.read;

/**
 * Thrown inside the translator where reading or planning cannot go on; {@code EnglishToSql} turns
 * it into {@code CannotAnswer}. It holds words of the question, so it is never logged.
 */
public final class NotUnderstood extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason as shown to the person who asked. */
  public NotUnderstood(String reason) {
    super(reason, null, false, false);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}

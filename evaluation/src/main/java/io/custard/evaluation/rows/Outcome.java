package io.custard.evaluation.rows;

/** How running one statement ended. */
public sealed interface Outcome {
  /** With all its rows. */
  record Ran(RowTape.Rows rows) implements Outcome {}

  /**
   * Without.
   *
   * @param code stable, for counting
   * @param detail for people
   */
  record Failed(String code, String detail) implements Outcome {
    /** As it stands in a line of rows. */
    public String text() {
      return code + ": " + detail;
    }
  }
}

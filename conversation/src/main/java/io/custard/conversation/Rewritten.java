package io.custard.conversation;

import io.custard.conversation.change.Clarification;

/** What became of a statement that was to be changed. */
public sealed interface Rewritten {
  /**
   * The changed statement.
   *
   * @param sql as the guard writes it; the guard has accepted it under its default policy
   * @param explanation a sentence that says what was changed
   */
  record Changed(String sql, QuestionState state, String explanation) implements Rewritten {}

  /** Two readings of the changes would give different statements. */
  record Unclear(Clarification clarification) implements Rewritten {}

  /**
   * It cannot be changed so.
   *
   * @param message a sentence that says why and what to do; it holds no value of the statement
   */
  record Refused(Reason reason, String message) implements Rewritten {}

  /** Why a statement is not changed. */
  enum Reason {
    /** The guard refuses the statement. */
    UNREADABLE,
    /** The statement has a form that is not changed clause by clause. */
    NOT_EDITABLE,
    /** Nothing is written in this dialect. */
    UNSUPPORTED_DIALECT,
    UNKNOWN_COLUMN,
    /** No table of the statement has a date. */
    NO_DATE,
    /** No declared key leads from the statement to the table. */
    NO_PATH,
    /** Joining the table would repeat rows, so that they would be counted twice. */
    REPEATS_ROWS,
    /** There is nothing that could be removed or changed. */
    NOTHING_THERE,
    /** The value cannot be held against the column. */
    WRONG_VALUE,
    /** What came out is nothing the guard accepts. */
    NOT_ACCEPTED
  }
}

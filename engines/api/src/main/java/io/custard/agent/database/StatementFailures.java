package io.custard.agent.database;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;

/** Why a statement ended, in the words that all engines share; none holds a value. */
public final class StatementFailures {
  private StatementFailures() {}

  public static CustardException late() {
    return new CustardException(
        ErrorCode.QUERY_DEADLINE_EXCEEDED, "The statement ran longer than it may; narrow it.");
  }

  public static CustardException cancelled() {
    return new CustardException(ErrorCode.QUERY_CANCELLED, "The query was cancelled.");
  }

  public static CustardException notReadOnly() {
    return new CustardException(
        ErrorCode.SQL_NOT_READ_ONLY, "The session reads only; the database refused to write.");
  }

  /**
   * The database did not take the statement, or gave up on it.
   *
   * @param phrase of ours: the database's own text may hold values
   * @param code the database's own, to look up
   */
  public static CustardException refused(String phrase, String code) {
    return new CustardException(
        ErrorCode.SQL_EXECUTION_FAILED,
        "The database refused the statement: %s (%s).".formatted(phrase, code));
  }
}

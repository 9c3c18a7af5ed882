package io.custard.query.check;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a database refused a statement, as it may be shown, logged and given to a model. A database
 * writes values into its messages ({@code invalid input syntax for type integer: "…"}). Agents send
 * a code, a position and a phrase of a fixed list; here that is not taken on trust: what is not of
 * the list is left out. It is so at every exposure, as no agent sends more at any of them.
 */
public final class SafeReason {
  private static final String REFUSED = "The database refused the statement";

  private static final Pattern SAID =
      Pattern.compile(
          REFUSED
              + ": (?<phrase>[^()]{1,120}) \\((?<code>SQLSTATE [0-9A-Z]{5}(, position [0-9]{1,9})?"
              + "|error [0-9]{1,6}|SQLITE_[A-Z]{1,20}"
              + "|(Parser|Catalog|Binder|Conversion|Out of Range|Out of Memory|Invalid Input|driver)"
              + " error)\\)\\.");

  /** What agents say in their own words when a statement comes to nothing. */
  private static final Pattern OWN =
      Pattern.compile(
          "A row of the result is larger than [0-9]{1,12} bytes; select fewer columns or shorten"
              + " them\\."
              + "|The statement needs more than [0-9]{1,9} MiB of memory; sort or group less\\."
              + "|The result has other columns than the database announced; select them by name\\.");

  private SafeReason() {}

  /** A failure an agent reports, with the detail that may be passed on. */
  public static CustardException of(ErrorCode code, String detail) {
    return new CustardException(
        code,
        switch (code) {
          case SQL_EXECUTION_FAILED -> sentence(detail);
          case UNKNOWN -> "The agent gave up on the statement; update Custard.";
          default -> detail;
        });
  }

  private static String sentence(String detail) {
    if (OWN.matcher(detail).matches()) {
      return detail;
    }
    Matcher said = SAID.matcher(detail);
    if (!said.matches()) {
      return REFUSED + ".";
    }
    String phrase = said.group("phrase");
    return SafePhrases.ALL.contains(phrase) ? detail : REFUSED + " (" + said.group("code") + ").";
  }
}

package io.custard.agent.database.sqlite;

import io.custard.agent.database.StatementFailures;
import io.custard.agent.database.file.FileFailures;
import io.custard.problem.CustardException;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.logging.Logger;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Turns failures into sentences that are safe to send: the result code and a fixed phrase. SQLite's
 * own text may hold values of the database, so it stays in this machine's log at level DEBUG.
 */
final class SqliteFailures {
  private static final Logger LOG = Logger.getLogger(SqliteFailures.class);

  /** How SQLite's texts begin that say what is wrong with a statement. */
  private static final Map<String, String> PHRASES =
      Map.of(
          "no such table", "it names a table that does not exist",
          "no such column", "it names a column that does not exist",
          "no such function", "it calls a function that does not exist",
          "ambiguous column name", "a column's name fits more than one table",
          "wrong number of arguments", "a function has the wrong number of arguments",
          "misuse of aggregate", "an aggregate stands where it must not",
          "not authorized", "it needs a right that the agent's sessions do not have",
          "too many attached", "it needs a right that the agent's sessions do not have",
          "Expression tree is too large", "it is nested too deeply",
          "SELECTs to the left and right", "the parts of a UNION differ in their columns");

  private final Path file;

  SqliteFailures(Path file) {
    this.file = file;
  }

  CustardException describe(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    LOG.debugf(failure, "Statement failed");
    if (!(failure instanceof SQLiteException refused)) {
      return FileFailures.unavailable(file, "the agent's log says why at level DEBUG");
    }
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(refused.getResultCode().code & 0xff);
    return switch (code) {
      case SQLITE_INTERRUPT -> StatementFailures.cancelled();
      case SQLITE_READONLY -> StatementFailures.notReadOnly();
      case SQLITE_BUSY, SQLITE_LOCKED ->
          FileFailures.unavailable(file, "another program is writing to it; try again");
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          FileFailures.unavailable(file, "it is not a SQLite database, or it is damaged");
      case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM, SQLITE_AUTH ->
          FileFailures.unavailable(
              file,
              "the system refuses (" + code.name() + "); in WAL mode its -shm file must be there");
      case SQLITE_TOOBIG ->
          StatementFailures.refused(
              "a value or the statement is larger than it may be", code.name());
      case SQLITE_NOMEM ->
          StatementFailures.refused("it needs more memory than there is", code.name());
      default -> StatementFailures.refused(phrase(refused), code.name());
    };
  }

  private static String phrase(SQLiteException refused) {
    String text = String.valueOf(refused.getMessage());
    return PHRASES.entrySet().stream()
        .filter(known -> text.contains("(" + known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("it cannot be run as it is");
  }
}

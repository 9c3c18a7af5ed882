package io.custard.agent.database.duckdb;

import io.custard.agent.database.StatementFailures;
import io.custard.agent.database.file.FileFailures;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Turns failures into sentences that are safe to send: the kind of error and a fixed phrase.
 * DuckDB's own text may hold values of the database, so it stays in this machine's log at level
 * DEBUG.
 */
final class DuckFailures {
  private static final Logger LOG = Logger.getLogger(DuckFailures.class);

  private static final String UNREADABLE =
      "another program is writing to it, or it is no database that DuckDB 1.3 can read";

  private final Path file;

  DuckFailures(Path file) {
    this.file = file;
  }

  /** Why the file could not be opened. */
  CustardException opening(Throwable failure) {
    CustardException described = describe(failure);
    if (described.code() == ErrorCode.SQL_EXECUTION_FAILED && failure instanceof SQLException) {
      return FileFailures.unavailable(file, UNREADABLE);
    }
    return described;
  }

  CustardException describe(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    LOG.debugf(failure, "Statement failed");
    if (!(failure instanceof SQLException)) {
      return failed("a value of it cannot be represented", "driver");
    }
    String text = String.valueOf(failure.getMessage());
    int end = text.indexOf(" Error:");
    return kind(end < 0 ? "" : text.substring(0, end));
  }

  private CustardException kind(String kind) {
    return switch (kind) {
      case "INTERRUPT" -> StatementFailures.cancelled();
      case "Permission" ->
          new CustardException(
              ErrorCode.SQL_NOT_READ_ONLY,
              "The session reads the database and nothing else; files and the network are closed.");
      case "IO" -> FileFailures.unavailable(file, UNREADABLE);
      case "Out of Memory" -> failed("it needs more memory than a session may have", kind);
      case "Parser" -> failed("its syntax is wrong", kind);
      case "Catalog" -> failed("it names something that does not exist", kind);
      case "Binder" -> failed("its names or types do not fit together", kind);
      case "Conversion" -> failed("a value cannot be converted", kind);
      case "Out of Range" -> failed("a value is out of its type's range", kind);
      case "Invalid Input" -> failed("a function cannot take its arguments", kind);
      default -> failed("it cannot be run as it is", kind);
    };
  }

  private static CustardException failed(String phrase, String kind) {
    String named = kind.matches("[A-Za-z ]{1,30}") ? kind : "other";
    return StatementFailures.refused(phrase, named + " error");
  }
}

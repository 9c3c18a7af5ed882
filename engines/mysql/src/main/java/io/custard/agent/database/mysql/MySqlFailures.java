package io.custard.agent.database.mysql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.mysqlclient.MySQLException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Turns failures into sentences that are safe to send: the error's number and a fixed phrase. The
 * server's own text may hold values of the database, so it stays in this machine's log at level
 * DEBUG.
 */
final class MySqlFailures {
  private static final Logger LOG = Logger.getLogger(MySqlFailures.class);

  private final DatabaseAddress address;

  MySqlFailures(DatabaseAddress address) {
    this.address = address;
  }

  /** Why no session could be opened. */
  CustardException connecting(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    LOG.debugf(failure, "Database not reached");
    if (failure instanceof MySQLException refused) {
      return refused(refused.getErrorCode());
    }
    if (hasCause(failure, UnknownHostException.class)) {
      return new CustardException(
          ErrorCode.AGENT_DATABASE_HOST_UNKNOWN,
          "The host %s cannot be found; check DB_HOST.".formatted(address.host()));
    }
    if (hasCause(failure, ConnectException.class) && isRefused(failure)) {
      return new CustardException(
          ErrorCode.AGENT_DATABASE_PORT_REFUSED,
          "Nothing listens at %s:%d; check host and port, and that the server runs."
              .formatted(address.host(), address.port()));
    }
    return unavailable();
  }

  private CustardException refused(int error) {
    return switch (error) {
      case 1045, 1130, 1698, 1862, 3118 ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
              "The database at %s:%d refuses user %s; check user and password (error %d)."
                  .formatted(address.host(), address.port(), address.user(), error));
      case 1049 ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
              "The server at %s:%d has no database %s; check the database's name."
                  .formatted(address.host(), address.port(), address.name()));
      case 1044 ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
              "User %s may not use database %s; grant it SELECT there."
                  .formatted(address.user(), address.name()));
      default ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_UNAVAILABLE,
              "The server at %s:%d takes no connection now (error %d)."
                  .formatted(address.host(), address.port(), error));
    };
  }

  /** Why a statement ended. */
  CustardException running(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    LOG.debugf(failure, "Statement failed");
    if (failure instanceof TimeoutException) {
      return tooLong();
    }
    if (!(failure instanceof MySQLException refused)) {
      return unavailable();
    }
    int error = refused.getErrorCode();
    return switch (error) {
      case 1969, 3024, 1317 ->
          new CustardException(
              ErrorCode.QUERY_DEADLINE_EXCEEDED,
              "The statement ran longer than it may; narrow it.");
      case 1792, 1290 ->
          new CustardException(
              ErrorCode.SQL_NOT_READ_ONLY,
              "The session reads only; the database refused to write.");
      case 1053, 1927, 4031 -> unavailable();
      default ->
          new CustardException(
              ErrorCode.SQL_EXECUTION_FAILED,
              "The database refused the statement: %s (error %d)."
                  .formatted(ErrorPhrases.of(error), error));
    };
  }

  private static CustardException tooLong() {
    return new CustardException(
        ErrorCode.QUERY_DEADLINE_EXCEEDED, "The statement ran longer than it may; narrow it.");
  }

  private CustardException unavailable() {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The database %s at %s:%d does not answer; check that it runs and can be reached."
            .formatted(address.name(), address.host(), address.port()));
  }

  private static boolean isRefused(Throwable failure) {
    String text = failure.getMessage();
    return text != null && text.contains("refused");
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}

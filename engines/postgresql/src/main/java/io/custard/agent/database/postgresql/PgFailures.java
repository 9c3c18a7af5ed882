package io.custard.agent.database.postgresql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into sentences that are safe to send: SQLSTATE and a fixed phrase. The server's
 * own text may hold values of the database, so it stays in this machine's log at level DEBUG.
 */
final class PgFailures {
  private static final Logger LOG = Logger.getLogger(PgFailures.class);

  private final DatabaseAddress address;

  PgFailures(DatabaseAddress address) {
    this.address = address;
  }

  /** Why no session could be opened. */
  CustardException connecting(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    LOG.debugf(failure, "Database not reached");
    if (failure instanceof PgException refused) {
      return refused(refused);
    }
    String where = address.host() + ":" + address.port();
    if (hasCause(failure, UnknownHostException.class)) {
      return new CustardException(
          ErrorCode.AGENT_DATABASE_HOST_UNKNOWN,
          "The host %s cannot be found; check DB_HOST.".formatted(address.host()));
    }
    if (hasCause(failure, ConnectException.class) && isRefused(failure)) {
      return new CustardException(
          ErrorCode.AGENT_DATABASE_PORT_REFUSED,
          "Nothing listens at %s; check host and port, and that the server runs.".formatted(where));
    }
    return unavailable();
  }

  private CustardException refused(PgException failure) {
    String state = failure.getSqlState() == null ? "" : failure.getSqlState();
    return switch (state) {
      case "28P01", "28000" ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
              "The database at %s:%d refuses user %s; check user and password (SQLSTATE %s)."
                  .formatted(address.host(), address.port(), address.user(), state));
      case "3D000" ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
              "The server at %s:%d has no database %s; check the database's name."
                  .formatted(address.host(), address.port(), address.name()));
      case "42501" ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
              "User %s may not connect to database %s; grant it CONNECT."
                  .formatted(address.user(), address.name()));
      default ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_UNAVAILABLE,
              "The server at %s:%d takes no connection now (SQLSTATE %s)."
                  .formatted(address.host(), address.port(), state));
    };
  }

  /** Why a statement ended. */
  CustardException running(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    LOG.debugf(failure, "Statement failed");
    if (failure instanceof TimeoutException) {
      return late();
    }
    if (!(failure instanceof PgException refused) || refused.getSqlState() == null) {
      return unavailable();
    }
    String state = refused.getSqlState();
    if (state.equals("57014")) {
      return late();
    }
    if (state.equals("25006")) {
      return new CustardException(
          ErrorCode.SQL_NOT_READ_ONLY, "The session reads only; the database refused to write.");
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return unavailable();
    }
    return new CustardException(
        ErrorCode.SQL_EXECUTION_FAILED,
        "The database refused the statement: %s (SQLSTATE %s%s)."
            .formatted(SqlStates.phrase(state), state, position(state, refused.getPosition())));
  }

  private static CustardException late() {
    return new CustardException(
        ErrorCode.QUERY_DEADLINE_EXCEEDED, "The statement ran longer than it may; narrow it.");
  }

  private static String position(String state, @Nullable String position) {
    boolean isHarmless = state.startsWith("42") && position != null;
    return isHarmless ? ", position " + position : "";
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

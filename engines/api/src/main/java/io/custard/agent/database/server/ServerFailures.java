package io.custard.agent.database.server;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.StatementFailures;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into sentences that are safe to send: the server's code and a fixed phrase. The
 * server's own text may hold values of the database, so it stays in this machine's log at level
 * DEBUG.
 */
public abstract class ServerFailures {
  private final Logger log = Logger.getLogger(getClass());
  private final DatabaseAddress address;
  private final String product;

  /**
   * @param product whose protocol is expected at the address
   */
  protected ServerFailures(DatabaseAddress address, String product) {
    this.address = address;
    this.product = product;
  }

  protected final DatabaseAddress address() {
    return address;
  }

  /** Why no session could be opened. */
  public final CustardException connecting(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    log.debugf(failure, "Database not reached");
    CustardException refused = refused(failure);
    return refused == null ? unreached(failure) : refused;
  }

  /** What the server or its client has against the log-in; null for what neither of them said. */
  protected abstract @Nullable CustardException refused(Throwable failure);

  private CustardException unreached(Throwable failure) {
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

  /** Why a statement ended. */
  public final CustardException running(Throwable failure) {
    if (failure instanceof CustardException known) {
      return known;
    }
    log.debugf(failure, "Statement failed");
    return failure instanceof TimeoutException ? StatementFailures.late() : ended(failure);
  }

  /** What the server says of a statement, or that it says nothing any more. */
  protected abstract CustardException ended(Throwable failure);

  protected final CustardException loginRefused(String code) {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
        "The database at %s:%d refuses user %s; check user and password (%s)."
            .formatted(address.host(), address.port(), address.user(), code));
  }

  protected final CustardException nameUnknown() {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
        "The server at %s:%d has no database %s; check the database's name."
            .formatted(address.host(), address.port(), address.name()));
  }

  protected final CustardException noConnectionNow(String code) {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The server at %s:%d takes no connection now (%s)."
            .formatted(address.host(), address.port(), code));
  }

  protected final CustardException unavailable() {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The database %s at %s:%d does not answer; check that it runs and can be reached."
            .formatted(address.name(), address.host(), address.port()));
  }

  /** Somebody listens there who says nothing. */
  final CustardException silent() {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The server at %s:%d takes the connection but does not answer as %s; check host and port."
            .formatted(address.host(), address.port(), product));
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

package io.custard.connection.registry;

import io.custard.access.CurrentCaller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the connection id of a request's path, for the organisation that sent the request. */
@ApplicationScoped
public class ConnectionPath {
  private final CurrentCaller caller;

  ConnectionPath(CurrentCaller caller) {
    this.caller = caller;
  }

  /** A text that is no id names no connection. */
  public OwnedConnection read(String id) {
    try {
      return new OwnedConnection(caller.get().organisationId(), ConnectionId.fromString(id));
    } catch (IllegalArgumentException e) {
      throw notFound();
    }
  }

  /** What a foreign or unknown connection is answered with. */
  public static CustardException notFound() {
    return new CustardException(
        ErrorCode.CONNECTION_NOT_FOUND,
        "List the connections of your organisation to find the right id.");
  }
}

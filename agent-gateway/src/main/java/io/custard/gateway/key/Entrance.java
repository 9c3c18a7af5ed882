package io.custard.gateway.key;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where agents come in: open until this replica stops. */
@ApplicationScoped
public class Entrance {
  private final CallerAddress addresses;
  private volatile boolean closed;

  Entrance(CallerAddress addresses) {
    this.addresses = addresses;
  }

  /** Takes no new links from now on. */
  public void close() {
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }

  /** Where a caller comes from, as far as it can be believed. */
  String address(HttpServerRequest request) {
    return addresses.of(request);
  }
}

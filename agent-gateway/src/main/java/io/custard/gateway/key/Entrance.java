package io.custard.gateway.key;

import io.custard.address.CallerAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where agents come in: open until this replica stops. */
@ApplicationScoped
public class Entrance {
  /** Carries the address over the upgrade; whatever the caller put there is overwritten. */
  public static final String CALLER_HEADER = "Custard-Caller";

  private final CallerAddress addresses;
  private final Handshakes handshakes;
  private volatile boolean closed;

  Entrance(CallerAddress addresses, Handshakes handshakes) {
    this.addresses = addresses;
    this.handshakes = handshakes;
  }

  /** Takes no new links from now on. */
  public void close() {
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }

  Handshakes handshakes() {
    return handshakes;
  }

  /** Where a caller comes from, as far as it can be believed. */
  String address(HttpServerRequest request) {
    return addresses.of(request);
  }
}

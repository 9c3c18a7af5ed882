package io.custard.auth.session;

import io.custard.auth.ratelimit.Visitor;
import java.util.Objects;

/**
 * The program that logs in.
 *
 * @param browser its tokens go into cookies
 */
public record Client(String address, String userAgent, boolean browser) {
  public Client {
    Objects.requireNonNull(address);
    Objects.requireNonNull(userAgent);
  }

  public static Client of(Visitor visitor, boolean browser) {
    return new Client(visitor.address(), visitor.userAgent(), browser);
  }
}

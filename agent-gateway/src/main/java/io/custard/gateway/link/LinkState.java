package io.custard.gateway.link;

import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Hello;

/**
 * The life of a link.
 *
 * <pre>
 * Greeting --hello, owned--> Ready --health--> Ready
 *     \                        /
 *      `------> Closed <------'
 * </pre>
 */
sealed interface LinkState {

  default LinkState toReady(Hello hello, long fence) {
    throw new IllegalStateException("only a greeting becomes ready");
  }

  /** Health that comes before the welcome or after the end says nothing. */
  default LinkState withHealth(Health health) {
    return this;
  }

  /** The socket is open, the agent has not said who it is. */
  record Greeting() implements LinkState {
    @Override
    public LinkState toReady(Hello hello, long fence) {
      return new Ready(hello, fence, "unknown");
    }
  }

  /**
   * Statements may be sent.
   *
   * @param fence our claim on the ownership
   * @param database the agent's last word on its database
   */
  record Ready(Hello hello, long fence, String database) implements LinkState {
    @Override
    public LinkState withHealth(Health health) {
      return new Ready(hello, fence, health.database());
    }
  }

  record Closed() implements LinkState {}
}

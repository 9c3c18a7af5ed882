package io.custard.gateway.link;

import io.custard.protocol.agent.Hello;

/**
 * The life of a link.
 *
 * <pre>
 * Greeting --hello--> Greeted --owned--> Ready
 *     \                  |                /
 *      `--------------> Closed <---------'
 * </pre>
 */
public sealed interface LinkState {
  /** The socket is open, the agent has not said who it is. */
  record Greeting() implements LinkState {}

  /** It said who it is; whether it may be that is being found out. */
  record Greeted() implements LinkState {}

  /**
   * Statements may be sent.
   *
   * @param fence our claim on the ownership
   */
  record Ready(Hello hello, long fence) implements LinkState {}

  record Closed() implements LinkState {}
}

package io.custard.agent.link;

import io.custard.protocol.agent.Welcome;

/**
 * The life of the link.
 *
 * <pre>
 * Disconnected --dial--> Connecting --welcome--> Ready --stop--> Draining
 *      ^                     |                     |                |
 *      |---refused, late-----'                     |                |
 *      '---lost, silent, drained by the gateway----'                v
 *      '------------------- stop, give up -----------------------> Closed
 * </pre>
 *
 * A link that the gateway drains goes on beside the new one until its work is done ({@link
 * LeavingLinks}); it is not this state's business any more.
 */
sealed interface LinkState {

  default Connecting toConnecting() {
    throw illegal("Connecting");
  }

  default Ready toReady(LinkSocket socket, Welcome welcome) {
    throw illegal("Ready");
  }

  /** The link was lost or never stood; the next attempt follows. */
  default Disconnected toDisconnected() {
    throw illegal("Disconnected");
  }

  default Draining toDraining() {
    throw illegal("Draining");
  }

  /** Every state may end. */
  default Closed toClosed() {
    return new Closed();
  }

  private IllegalStateException illegal(String next) {
    return new IllegalStateException(getClass().getSimpleName() + " does not become " + next);
  }

  /**
   * Waiting to dial.
   *
   * @param attempt attempts that failed since the last link that held
   */
  record Disconnected(int attempt) implements LinkState {
    @Override
    public Connecting toConnecting() {
      return new Connecting(attempt);
    }
  }

  /** Dialled, perhaps open, not welcomed yet. */
  record Connecting(int attempt) implements LinkState {
    @Override
    public Ready toReady(LinkSocket socket, Welcome welcome) {
      return new Ready(attempt, socket, welcome, System.nanoTime());
    }

    @Override
    public Disconnected toDisconnected() {
      return new Disconnected(attempt + 1);
    }
  }

  /** Statements may come. */
  record Ready(int attempt, LinkSocket socket, Welcome welcome, long sinceNanos)
      implements LinkState {
    private static final long HELD_NANOS = 10_000_000_000L;

    /** Only a link that held for a while makes the next wait short again. */
    @Override
    public Disconnected toDisconnected() {
      return new Disconnected(System.nanoTime() - sinceNanos > HELD_NANOS ? 0 : attempt + 1);
    }

    @Override
    public Draining toDraining() {
      return new Draining(socket);
    }
  }

  /** Told to stop; saying goodbye. */
  record Draining(LinkSocket socket) implements LinkState {}

  /** Never dials again. */
  record Closed() implements LinkState {}
}

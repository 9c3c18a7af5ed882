package io.custard.gateway.schema;

import io.custard.gateway.link.AgentLink;
import io.custard.protocol.Capability;
import io.custard.protocol.agent.Discover;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What was asked of one link and what it delivered; may be used by any thread. */
final class LinkSchema {
  /** A discovery that takes longer is given up. */
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final AgentLink link;

  private @Nullable Discovery current;
  private @Nullable Long delivered;
  private boolean isDatabaseRed;
  private long askedNanos;

  LinkSchema(AgentLink link) {
    this.link = link;
  }

  /** Asks for the schema, unless it was asked for and is still coming. */
  synchronized void ask() {
    if (current != null && current.ageNanos() < PATIENCE_NANOS) {
      return;
    }
    Long base = link.can(Capability.SCHEMA_CHANGES) ? delivered : null;
    long version = Math.max(System.currentTimeMillis(), delivered == null ? 0 : delivered + 1);
    current = new Discovery(version, base);
    askedNanos = System.nanoTime();
    link.send(new Discover(Long.toString(version), base == null ? null : Boolean.TRUE));
  }

  /** Time since it was asked last. */
  synchronized long sinceAskedNanos() {
    return System.nanoTime() - askedNanos;
  }

  /** The discovery of this id, while it is under way. */
  synchronized Optional<Discovery> find(String discoveryId) {
    return Optional.ofNullable(current).filter(at -> at.isFor(discoveryId));
  }

  /** The discovery is over; what comes for it now is of no use. */
  synchronized void over(Discovery discovery, boolean whole) {
    if (current == discovery) {
      current = null;
      // After a failure nobody knows what the agent believes we have: the next one is whole.
      delivered = whole ? Long.valueOf(discovery.version()) : null;
    }
  }

  /** Takes the database's lamp; true when it has just come back. */
  synchronized boolean cameBack(boolean isRed) {
    boolean back = isDatabaseRed && !isRed;
    isDatabaseRed = isRed;
    return back;
  }
}

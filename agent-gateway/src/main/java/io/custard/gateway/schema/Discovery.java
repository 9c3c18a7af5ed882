package io.custard.gateway.schema;

import io.custard.protocol.agent.SchemaEnd;
import org.jspecify.annotations.Nullable;

/**
 * One discovery under way on one link: counts what came and what was published. Its id is its start
 * in epoch milliseconds of our clock, so it serves as the version of its tables.
 */
final class Discovery {
  /** More tables than any database should have; the rest of such a schema is not taken. */
  static final int MOST_TABLES = 100_000;

  /** How it stands. */
  enum Standing {
    /** Something is still to come or to be published. */
    OPEN,
    /** Everything came and was published: the header may follow. */
    WHOLE,
    /** Something was lost on the way; there must be no header. */
    BROKEN
  }

  private final long version;
  private final @Nullable Long base;
  private final long askedNanos = System.nanoTime();

  private int received;
  private int published;
  private boolean broken;
  private @Nullable SchemaEnd end;

  /**
   * @param base the discovery whose changes were asked for; absent: everything was
   */
  Discovery(long version, @Nullable Long base) {
    this.version = version;
    this.base = base;
  }

  long version() {
    return version;
  }

  @Nullable Long base() {
    return base;
  }

  long ageNanos() {
    return System.nanoTime() - askedNanos;
  }

  boolean isFor(String discoveryId) {
    return discoveryId.equals(Long.toString(version));
  }

  synchronized @Nullable SchemaEnd end() {
    return end;
  }

  /** A table came; whether it is to be published. */
  synchronized boolean receive() {
    boolean taken = end == null && received < MOST_TABLES;
    if (taken) {
      received++;
    } else {
      broken = true;
    }
    return taken;
  }

  synchronized Standing published(boolean successfully) {
    published++;
    broken |= !successfully;
    return standing();
  }

  /** The agent says that was all. */
  synchronized Standing ended(SchemaEnd said) {
    if (end != null) {
      return Standing.OPEN;
    }
    end = said;
    broken |= !fits(said);
    return standing();
  }

  private boolean fits(SchemaEnd said) {
    if (said.baseId() == null) {
      return received == said.tables();
    }
    boolean asked = base != null && said.baseId().equals(Long.toString(base));
    return asked && received <= said.tables();
  }

  private Standing standing() {
    if (end == null || published < received) {
      return Standing.OPEN;
    }
    return broken ? Standing.BROKEN : Standing.WHOLE;
  }
}

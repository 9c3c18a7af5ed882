package io.custard.gateway.link;

import io.custard.protocol.agent.Health;
import java.util.function.LongSupplier;

/**
 * When which sign of life came, by our own clock, which cannot jump. Nothing of the agent's clock
 * is used. Written by the socket's event loop and the watch, read by anybody.
 */
public final class Signs {
  /** In heartbeats. */
  private static final int LINK_PATIENCE = 2;

  private static final int LOOP_PATIENCE = 2;
  private static final int DATABASE_PATIENCE = 3;

  private final LongSupplier nanos;

  private volatile long heardAt;
  private volatile boolean reported;
  private volatile long reportedAt;
  private volatile String database = Health.UNKNOWN;
  private volatile boolean asked;
  private volatile boolean answered;
  private volatile boolean open;
  private volatile long askedAt;

  Signs(LongSupplier nanos) {
    this.nanos = nanos;
    this.heardAt = nanos.getAsLong();
  }

  /** Anything came over the socket. */
  public void heard() {
    heardAt = nanos.getAsLong();
  }

  /** Time since the last frame, or since the opening. */
  public long silentNanos() {
    return nanos.getAsLong() - heardAt;
  }

  void reported(String word) {
    database = word;
    reportedAt = nanos.getAsLong();
    reported = true;
  }

  /** True once every heartbeat, when the last probe was answered; counts as asked from then on. */
  public boolean isProbeDue(long heartbeatNanos) {
    long now = nanos.getAsLong();
    boolean due = !open && (!asked || now - askedAt >= heartbeatNanos);
    if (due) {
      askedAt = now;
      asked = true;
      open = true;
    }
    return due;
  }

  /** A probe was answered. */
  public void probed() {
    answered = true;
    open = false;
  }

  Lamps lamps(long heartbeatNanos) {
    long now = nanos.getAsLong();
    return new Lamps(
        link(now, heartbeatNanos), loop(now, heartbeatNanos), word(now, heartbeatNanos));
  }

  private String link(long now, long heartbeatNanos) {
    return now - heardAt <= LINK_PATIENCE * heartbeatNanos ? Health.GREEN : Health.RED;
  }

  private String loop(long now, long heartbeatNanos) {
    if (open && now - askedAt > LOOP_PATIENCE * heartbeatNanos) {
      return Health.RED;
    }
    return answered ? Health.GREEN : Health.UNKNOWN;
  }

  private String word(long now, long heartbeatNanos) {
    boolean fresh = reported && now - reportedAt <= DATABASE_PATIENCE * heartbeatNanos;
    return fresh ? database : Health.UNKNOWN;
  }
}

package io.custard.gateway.watch;

import io.custard.gateway.link.AgentLink;
import io.custard.gateway.link.Lamps;
import io.custard.protocol.agent.Health;
import org.jspecify.annotations.Nullable;

/**
 * What was said last of one link.
 *
 * @param health the agent's report; absent before the first, and when it got lost on the way
 */
record Told(long atNanos, Lamps lamps, @Nullable Health health, boolean draining) {
  static Told of(AgentLink link) {
    return new Told(System.nanoTime(), link.lamps(), link.health().orElse(null), link.isDraining());
  }

  /** It did not get through: the same is to be said again, but not at once. */
  Told lost() {
    return new Told(System.nanoTime(), lamps, null, draining);
  }

  boolean says(Told now) {
    return lamps.equals(now.lamps)
        && draining == now.draining
        && (health == null ? now.health == null : health.equals(now.health));
  }

  /** Whether somebody waits for the news: of the database, of a lamp gone red, of leaving. */
  boolean isUrgent(Told now) {
    return draining != now.draining
        || !lamps.database().equals(now.lamps.database())
        || wentRed(lamps.link(), now.lamps.link())
        || wentRed(lamps.loop(), now.lamps.loop());
  }

  private static boolean wentRed(String before, String now) {
    return now.equals(Health.RED) && !now.equals(before);
  }
}

package io.custard.gateway.link;

import io.custard.protocol.agent.Health;
import io.custard.protocol.event.LinkOwner;

/**
 * What is known of one agent; each lamp is {@link Health#GREEN}, {@link Health#RED} or {@link
 * Health#UNKNOWN}.
 *
 * @param link whether the socket is heard
 * @param loop whether the agent answers probes; unknown for agents that cannot
 * @param database the agent's word, unknown when it is too old
 */
public record Lamps(String link, String loop, String database) {
  /** Before anything was heard. */
  static final Lamps DARK = new Lamps(Health.UNKNOWN, Health.UNKNOWN, Health.UNKNOWN);

  /** The one word that decides whether an agent gets work. */
  public String forChoosing() {
    return link.equals(Health.RED) || loop.equals(Health.RED) ? LinkOwner.SILENT : database;
  }
}

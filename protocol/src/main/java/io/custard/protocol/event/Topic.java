package io.custard.protocol.event;

import java.util.Map;

/**
 * Every Kafka topic, declared once. The launcher and the deploy job create them; a service is not
 * ready before they exist.
 */
public enum Topic {
  /** Connections as others must know them; key: connection id. */
  REGISTRY("custard.registry.v1", Retention.COMPACT),
  /** Agents that linked, unlinked or changed lamps; key: connection id. */
  LINKS("custard.links.v1", Retention.HOURS),
  /** A record for each table and a header; all of one connection on one partition, in order. */
  SCHEMAS("custard.schemas.v1", Retention.COMPACT),
  /** To the gateway replica that owns a link; the partition is the replica. */
  COMMANDS("custard.commands.v1", Retention.MINUTES),
  /** To the replica that asked; the partition is the replica. */
  REPLIES("custard.replies.v1", Retention.MINUTES),
  /** Every statement and administrative act; key: organisation id, or connection id without one. */
  AUDIT("custard.audit.v1", Retention.MONTHS),
  /** People, memberships, organisations, revoked sessions, API tokens; key: as the event says. */
  IDENTITY("custard.identity.v1", Retention.COMPACT);

  private final String topic;
  private final Retention retention;

  Topic(String topic, Retention retention) {
    this.topic = topic;
    this.retention = retention;
  }

  /** The name on the broker. */
  public String topic() {
    return topic;
  }

  /** Whether somebody waits for its messages; others may be gathered for a moment. */
  public boolean isUrgent() {
    return this != AUDIT;
  }

  /** Broker settings of the topic. */
  public Map<String, String> settings() {
    return retention.settings;
  }

  /**
   * How long records live. Minutes also bounds bytes and keeps segments small, because retention by
   * time does nothing on a segment that is still written to.
   */
  @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable
  private enum Retention {
    COMPACT(Map.of("cleanup.policy", "compact")),
    HOURS(Map.of("cleanup.policy", "delete", "retention.ms", "21600000")),
    MONTHS(Map.of("cleanup.policy", "delete", "retention.ms", "7776000000")),
    MINUTES(
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "600000",
            "retention.bytes", "67108864",
            "segment.bytes", "16777216",
            "max.message.bytes", "4194304"));

    private final Map<String, String> settings;

    Retention(Map<String, String> settings) {
      this.settings = settings;
    }
  }
}

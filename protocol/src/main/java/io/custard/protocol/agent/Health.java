package io.custard.protocol.agent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the agent knows of itself; sent every heartbeat.
 *
 * @param database {@code green} or {@code red}: whether a real statement ran
 * @param code why it is red
 * @param roleWarning what the database role can do that it should not; absent when it is clean
 */
public record Health(
    String database,
    @Nullable String code,
    @Nullable String message,
    @Nullable String roleWarning,
    int inFlight)
    implements AgentFrame {
  public Health {
    Objects.requireNonNull(database);
  }

  public static final String GREEN = "green";
  public static final String RED = "red";

  /** Before the first report. */
  public static final String UNKNOWN = "unknown";
}

package io.custard.protocol.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who holds one agent's link, as kept in Redis under {@code link:{connectionId}}, field: instance
 * id.
 *
 * @param inFlight executions under way when this was written
 * @param capabilities as the agent said them; absent: none
 * @param database the agent's word on it: {@code green}, {@code red} or {@code unknown}; or {@link
 *     #SILENT}
 * @param draining true: nothing new is to be sent there
 * @param leaving an older link of the same instance, on which statements come to their end
 * @param databaseCode why the database is red, a name of {@code io.custard.problem.ErrorCode}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkOwner(
    ReplicaAddress gateway,
    LinkId linkId,
    String database,
    int inFlight,
    @Nullable List<String> capabilities,
    @Nullable Boolean draining,
    @Nullable LinkId leaving,
    @Nullable String databaseCode) {
  /** In place of a word on the database: the agent itself has not been heard for too long. */
  public static final String SILENT = "silent";

  /** An owner that has not said so for this long, by Redis' clock, holds the link no more. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  /** {@link #FRESH} as Redis counts its time, for scripts. */
  public static final String FRESH_MICROS = Long.toString(FRESH.toMillis() * 1_000);

  public LinkOwner {
    Objects.requireNonNull(gateway);
    Objects.requireNonNull(linkId);
    Objects.requireNonNull(database);
    capabilities = capabilities == null ? null : List.copyOf(capabilities);
  }

  /** The Redis key that holds the owners of a connection's links. */
  public static String key(ConnectionId connection) {
    return "link:" + connection;
  }
}

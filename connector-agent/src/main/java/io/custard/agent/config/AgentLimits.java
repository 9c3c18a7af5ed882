package io.custard.agent.config;

import io.custard.protocol.ExecutionLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalDouble;

/** What the agent's owner allows; the stricter of these and a request's own limits wins. */
@ConfigMapping(prefix = "custard.agent.limits")
public interface AgentLimits {
  /** Rows that one result may have. */
  @WithDefault("20000000")
  long maxRows();

  /** Encoded bytes that one result may have. */
  @WithDefault("17179869184")
  long maxBytes();

  /** Columns that a result may have; a wider one is refused, because half of it answers nothing. */
  @WithDefault("500")
  int maxColumns();

  /** What a statement may cost by the database's planner, in its own unit; absent: no bound. */
  OptionalDouble maxCost();

  /**
   * Whether statements run only with a database role that may do nothing but read. True here cannot
   * be lifted by a request.
   */
  @WithDefault("false")
  boolean requireCleanRole();

  /** How long one statement may take, from receipt to the last row. */
  @WithDefault("PT300S")
  Duration timeout();

  /** Statements that may run at the same time; as many connections are opened at most. */
  @WithDefault("4")
  int maxExecutions();

  /** Statements that may wait for their turn within their deadline; one more is refused. */
  @WithDefault("60")
  int maxWaiting();

  /** How long statements under way may go on when the agent is told to stop. */
  default Duration drain() {
    return Duration.ofSeconds(10);
  }

  /** The stricter of both, limit by limit. */
  default ExecutionLimits stricter(ExecutionLimits asked) {
    return new ExecutionLimits(
        Math.min(asked.timeoutMillis(), timeout().toMillis()),
        Math.min(asked.maxRows(), maxRows()),
        Math.min(asked.maxBytes(), maxBytes()));
  }
}

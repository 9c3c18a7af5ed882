package io.custard.connection.command;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.problem.ErrorCode;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.TestedReply;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a test found. The lamps are {@code green}, {@code red} or {@code unknown}.
 *
 * @param linkId which of the connection's links was tried
 * @param code what is wrong, and {@code message} in words; null when nothing is
 * @param roleFindings what the database role may do beyond reading; null when the agent does not
 *     tell
 */
@JsonNaming(SnakeCaseStrategy.class)
record TestResult(
    UUID linkId,
    String link,
    String loop,
    String database,
    @Nullable String engine,
    @Nullable String engineVersion,
    @Nullable String code,
    @Nullable String message,
    @Nullable String roleWarning,
    @Nullable List<String> roleFindings,
    @Nullable String roleRepair,
    long tookMs) {

  /**
   * What was tried; the engine is what the agent said when it linked.
   *
   * @param probes the agent can be probed; of another the answer is what it last reported, which
   *     says nothing of its loop now
   */
  record Tried(
      UUID linkId, boolean probes, @Nullable String engine, @Nullable String engineVersion) {}

  static TestResult of(Tried tried, TestedReply reply, long tookMs) {
    Health health = reply.health();
    if (health == null) {
      return unanswered(tried, reply, tookMs);
    }
    boolean known = health.database().equals(Health.GREEN) || health.database().equals(Health.RED);
    return new TestResult(
        tried.linkId(),
        Health.GREEN,
        tried.probes() ? Health.GREEN : Health.UNKNOWN,
        known ? health.database() : Health.UNKNOWN,
        tried.engine(),
        tried.engineVersion(),
        health.code(),
        health.message(),
        health.roleWarning(),
        health.roleFindings(),
        health.roleRepair(),
        tookMs);
  }

  /** The gateway holds the link unless it says that it does not; silence is that of the loop. */
  private static TestResult unanswered(Tried tried, TestedReply reply, long tookMs) {
    ErrorCode code = ErrorCode.of(String.valueOf(reply.code()));
    return new TestResult(
        tried.linkId(),
        code == ErrorCode.AGENT_LINK_LOST ? Health.RED : Health.GREEN,
        code == ErrorCode.QUERY_DEADLINE_EXCEEDED ? Health.RED : Health.UNKNOWN,
        Health.UNKNOWN,
        tried.engine(),
        tried.engineVersion(),
        code.name(),
        reply.message(),
        null,
        null,
        null,
        tookMs);
  }
}

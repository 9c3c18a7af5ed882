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

  /** Of what nobody answers: the engine is what the agent said when it linked. */
  record Tried(UUID linkId, @Nullable String engine, @Nullable String engineVersion) {}

  static TestResult of(Tried tried, TestedReply reply, long tookMs) {
    Health health = reply.health();
    if (health == null) {
      return unanswered(tried, reply, tookMs);
    }
    boolean known = health.database().equals(Health.GREEN) || health.database().equals(Health.RED);
    return new TestResult(
        tried.linkId(),
        Health.GREEN,
        Health.GREEN,
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

  /** The gateway holds the link unless it says that it does not; then it is the agent's loop. */
  private static TestResult unanswered(Tried tried, TestedReply reply, long tookMs) {
    String code = reply.code() == null ? ErrorCode.AGENT_LINK_LOST.name() : reply.code();
    boolean lost = code.equals(ErrorCode.AGENT_LINK_LOST.name());
    return new TestResult(
        tried.linkId(),
        lost ? Health.RED : Health.GREEN,
        lost ? Health.UNKNOWN : Health.RED,
        Health.UNKNOWN,
        tried.engine(),
        tried.engineVersion(),
        code,
        reply.message(),
        null,
        null,
        null,
        tookMs);
  }
}

package io.custard.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.ApiProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What connection-service knows about the agent of a connection.
 *
 * @param tables of its schema; null while the schema has not arrived
 * @param failure why the agent cannot use the database, when it said so
 * @param roleWarning when its database role may do more than read
 */
public record AgentStatus(
    boolean linked,
    @Nullable Integer tables,
    Optional<ApiProblem> failure,
    Optional<String> roleWarning) {

  static AgentStatus of(JsonNode status) {
    JsonNode agent = status.path("agents").path(0);
    JsonNode schema = status.path("schema");
    return new AgentStatus(
        status.path("linked").asBoolean(),
        schema.isObject() ? schema.path("tables").asInt() : null,
        agent.path("database").asText().equals("red")
            ? Optional.of(failure(agent))
            : Optional.empty(),
        text(agent.path("role_warning")));
  }

  private static ApiProblem failure(JsonNode agent) {
    return new ApiProblem(
        agent.path("code").asText("AGENT_DATABASE_UNAVAILABLE"),
        agent.path("message").asText("The agent cannot use the database; see its log."));
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank()
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  /** Nothing more to wait for. */
  public boolean settled() {
    return linked && (tables != null || failure.isPresent());
  }
}

package io.custard.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.cli.api.ApiProblem;
import io.custard.embedded.MailDirectory;
import io.custard.launcher.home.LauncherException;
import java.util.Map;
import java.util.Optional;

/**
 * A freshly made connection of the demo account. One of the same name from an earlier run is
 * deleted: its key was shown once and is gone.
 */
public final class DemoConnection {
  private static final String PATH = "/api/v1/connections";

  private final SeedApi api;
  private final String id;
  private final String agentKey;

  private DemoConnection(SeedApi api, String id, String agentKey) {
    this.api = api;
    this.id = id;
    this.agentKey = agentKey;
  }

  /** Logs in at the edge and makes the connection. */
  public static DemoConnection create(
      java.net.URI edge, DemoAccount account, MailDirectory mails, String name) {
    SeedApi api = account.logIn(SeedApi.anonymous(edge), mails);
    try {
      for (JsonNode connection : api.get(PATH).path("items")) {
        if (connection.path("name").asText().equals(name)) {
          api.delete(PATH + "/" + connection.path("id").asText());
        }
      }
      JsonNode made = api.post(PATH, Map.of("name", name, "dialect", "postgresql"));
      return new DemoConnection(api, made.path("id").asText(), made.path("agent_key").asText());
    } catch (ApiProblem e) {
      throw failed(e);
    }
  }

  /** A connection made earlier, to look at its status only. */
  public static Optional<AgentStatus> status(java.net.URI edge, DemoAccount account, String id) {
    try {
      return Optional.of(
          new DemoConnection(account.enter(SeedApi.anonymous(edge)), id, "").status());
    } catch (ApiProblem | LauncherException e) {
      return Optional.empty();
    }
  }

  public String id() {
    return id;
  }

  /** The secret the agent proves itself with. */
  public String agentKey() {
    return agentKey;
  }

  public AgentStatus status() {
    try {
      return AgentStatus.of(api.get(PATH + "/" + id + "/status"));
    } catch (ApiProblem e) {
      throw failed(e);
    }
  }

  private static LauncherException failed(ApiProblem problem) {
    return new LauncherException(
        "The connection could not be made. " + problem.code() + ": " + problem.detail(), problem);
  }
}

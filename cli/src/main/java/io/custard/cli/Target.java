package io.custard.cli;

import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.RunContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which edge and connection to ask, and in whose name. */
record Target(URI edge, String connectionId, Login login) {

  /** How to come by an access token. */
  sealed interface Login {
    String token(CustardApi api) throws ApiProblem, NotRunningException;
  }

  /** The token is known already. */
  record WithToken(String token) implements Login {
    @Override
    public String token(CustardApi api) {
      return token;
    }

    @Override
    public String toString() {
      return "WithToken[]";
    }
  }

  /** Logs in as the user of the running stack. */
  record AsUserOf(RunContext context) implements Login {
    @Override
    public String token(CustardApi api) throws ApiProblem, NotRunningException {
      return api.login(context.email(), context.password());
    }
  }

  /**
   * {@code CUSTARD_URL} with {@code CUSTARD_TOKEN} when set, else the stack of this checkout. The
   * checkout's password is never sent to a {@code CUSTARD_URL}.
   *
   * @throws IllegalArgumentException when the environment says only half of it
   */
  static Target find(Surroundings surroundings, @Nullable String connection)
      throws NotRunningException {
    String url = surroundings.environment().get("CUSTARD_URL");
    String token = surroundings.environment().get("CUSTARD_TOKEN");
    if (url != null) {
      if (token == null || connection == null) {
        throw new IllegalArgumentException(
            "CUSTARD_URL is set: CUSTARD_TOKEN and --connection must be given too.");
      }
      return new Target(edge(url), connection, new WithToken(token));
    }
    RunContext context = RunContext.read(surroundings.home());
    Login login = token == null ? new AsUserOf(context) : new WithToken(token);
    return new Target(
        context.url(), connection == null ? context.connectionId() : connection, login);
  }

  private static URI edge(String url) {
    URI edge = URI.create(url);
    boolean http = "http".equals(edge.getScheme()) || "https".equals(edge.getScheme());
    if (!http || edge.getHost() == null) {
      throw new IllegalArgumentException("CUSTARD_URL must look like http://localhost:8080");
    }
    return edge;
  }
}

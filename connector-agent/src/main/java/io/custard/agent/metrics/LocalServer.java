package io.custard.agent.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.agent.config.HttpAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/**
 * Answers {@code GET /health/live}, {@code /health/ready} and {@code /metrics}. It has no secrets
 * and changes nothing, and is meant for this machine: there is no TLS and no log-in.
 */
public final class LocalServer {
  private static final Logger LOG = Logger.getLogger(LocalServer.class);
  private static final int IDLE_SECONDS = 30;
  private static final int MOST_CONNECTIONS = 32;
  private static final int HEADER_BYTES = 4 * 1024;
  private static final String JSON = "application/json";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final Vertx vertx;
  private final ObjectMapper json;
  private final Vitals vitals;
  private final AgentMetrics metrics;
  private int connections;

  public LocalServer(Vertx vertx, ObjectMapper json, Vitals vitals, AgentMetrics metrics) {
    this.vertx = vertx;
    this.json = json;
    this.vitals = vitals;
    this.metrics = metrics;
  }

  /**
   * Listens; called on the agent's event loop, which then answers: no answer means that the loop
   * hangs. A failure is logged and otherwise without consequence.
   */
  public Future<HttpServer> listen(HttpAddress address) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxHeaderSize(HEADER_BYTES)
            .setMaxInitialLineLength(HEADER_BYTES);
    HttpServer server = vertx.createHttpServer(options);
    return server
        .connectionHandler(connection -> {
          connections++;
          connection.closeHandler(closed -> connections--);
          if (connections > MOST_CONNECTIONS) {
            connection.close();
          }
        })
        .requestHandler(this::answer)
        .listen(address.port(), address.host())
        .onSuccess(
            up -> LOG.infof("Health and metrics at http://%s:%d", address.host(), up.actualPort()))
        .onFailure(failure ->
            LOG.warnf(
                "No health and metrics: %s:%d cannot be listened on (%s). CUSTARD_AGENT_HTTP"
                    + " names another address, or off.",
                address.host(), address.port(), failure.getClass().getSimpleName()));
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (!request.method().equals(HttpMethod.GET)) {
      response.setStatusCode(405).putHeader("Allow", "GET").end();
      return;
    }
    switch (request.path()) {
      case "/health/live" -> health(response, node());
      case "/health/ready" -> health(response, ready());
      case "/metrics" -> response.putHeader("Content-Type", METRICS).end(metrics.text());
      default -> response.setStatusCode(404).end();
    }
  }

  private ObjectNode node() {
    return json.createObjectNode().put("status", "UP");
  }

  private ObjectNode ready() {
    ObjectNode node = node();
    ArrayNode checks = node.putArray("checks");
    boolean linked = part(checks, "link", vitals.linked());
    boolean database = part(checks, "database", vitals.databaseUp());
    return node.put("status", word(linked && database));
  }

  private static boolean part(ArrayNode checks, String name, boolean up) {
    checks.addObject().put("name", name).put("status", word(up));
    return up;
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }

  private static void health(HttpServerResponse response, ObjectNode body) {
    response
        .setStatusCode(body.get("status").asText().equals("UP") ? 200 : 503)
        .putHeader("Content-Type", JSON)
        .end(body.toString());
  }
}

package io.custard.agent.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.agent.config.AgentSettings;
import io.custard.protocol.agent.AgentProtocol;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the socket, or says how the gateway refused. */
final class Dialler {
  private static final Logger LOG = Logger.getLogger(Dialler.class);
  private static final int MAX_FRAME = 2 * 1024 * 1024;
  private static final int CONNECT_MILLIS = 5_000;
  private static final long UPGRADE_MILLIS = 10_000;

  /** How a dial ends; refusal is an ordinary outcome. */
  sealed interface Outcome {
    record Open(WebSocket socket) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
  }

  private final WebSocketClient client;
  private final AgentSettings settings;
  private final ObjectMapper json;

  Dialler(Vertx vertx, AgentSettings settings, ObjectMapper json) {
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(MAX_FRAME)
                .setMaxMessageSize(MAX_FRAME)
                .setConnectTimeout(CONNECT_MILLIS));
    this.settings = settings;
    this.json = json;
  }

  Future<Outcome> dial() {
    return client
        .connect(
            new WebSocketConnectOptions()
                .setAbsoluteURI(settings.gateway().toString())
                .addHeader("Authorization", "Bearer " + settings.key().reveal())
                .addSubProtocol(AgentProtocol.SUBPROTOCOL)
                .setTimeout(UPGRADE_MILLIS))
        .<Outcome>map(Outcome.Open::new)
        .otherwise(failure -> new Outcome.Refused(refusal(failure)));
  }

  private Refusal refusal(Throwable failure) {
    if (failure instanceof UpgradeRejectedException refused) {
      Optional<JsonNode> problem = problem(refused.getBody());
      String header = refused.getHeaders().get("Custard-Error");
      String code = header == null ? member(problem, "code") : header;
      return new Refusal(
          code,
          refused.getStatus(),
          retryAfter(refused.getHeaders().get("Retry-After")),
          "the gateway refused with status %d. %s"
              .formatted(refused.getStatus(), member(problem, "detail")));
    }
    LOG.debugf(failure, "Gateway not reached");
    return Refusal.unreachable(
        "the gateway cannot be reached (%s)".formatted(failure.getClass().getSimpleName()));
  }

  private Optional<JsonNode> problem(@Nullable Buffer body) {
    try {
      return body == null ? Optional.empty() : Optional.ofNullable(json.readTree(body.getBytes()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String member(Optional<JsonNode> problem, String name) {
    return problem.map(body -> body.path(name).asText("")).orElse("");
  }

  /** Only the form in seconds; a date would depend on two clocks. */
  private static Duration retryAfter(@Nullable String header) {
    boolean isNumber = header != null && header.matches("\\d{1,6}");
    return isNumber
        ? Duration.ofSeconds(Math.min(Long.parseLong(header), Refusal.MAX_RETRY_AFTER))
        : Duration.ZERO;
  }
}

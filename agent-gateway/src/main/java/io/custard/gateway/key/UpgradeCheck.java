package io.custard.gateway.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.problem.Problem;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentProtocol;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Stands before the WebSocket: a socket that may not open is refused while it is still HTTP, with a
 * problem body and the code in a header for clients that cannot read the body.
 */
@ApplicationScoped
class UpgradeCheck {
  private static final Logger LOG = Logger.getLogger(UpgradeCheck.class);

  /** Before the route of the WebSocket itself. */
  private static final int FIRST = -100;

  private static final int RETRY_SECONDS = 1;

  private final KeyCheck keys;
  private final ObjectMapper json;

  UpgradeCheck(KeyCheck keys, ObjectMapper json) {
    this.keys = keys;
    this.json = json;
  }

  void register(@Observes Router router) {
    router.route(AgentProtocol.PATH + ":connectionId").order(FIRST).handler(this::check);
  }

  private void check(RoutingContext context) {
    ConnectionId connectionId;
    try {
      connectionId = ConnectionId.fromString(context.pathParam("connectionId"));
    } catch (IllegalArgumentException e) {
      refuse(context, ErrorCode.CONNECTION_NOT_FOUND, "The path must end in a connection's id.");
      return;
    }
    context.request().pause(); // nothing of the upgrade may be read before the answer is known
    keys.check(context.request().getHeader("Authorization"), connectionId)
        .subscribe()
        .with(
            keyId -> {
              context.request().resume();
              context.next();
            },
            failure -> {
              context.request().resume();
              refuse(context, failure);
            });
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof CustardException expected) {
      refuse(context, expected.code(), expected.detail());
    } else {
      LOG.warnf("Key not checked cause=%s", failure.toString());
      refuse(context, ErrorCode.UPSTREAM_UNAVAILABLE, "Keys cannot be checked now; try again.");
    }
  }

  private void refuse(RoutingContext context, ErrorCode code, String detail) {
    LOG.infof(
        "Agent refused errorCode=%s connectionId=%s", code, context.pathParam("connectionId"));
    HttpServerResponse response = context.response().setStatusCode(code.status());
    response.putHeader("Content-Type", Problem.MEDIA_TYPE).putHeader("Custard-Error", code.name());
    if (code == ErrorCode.AGENT_KEY_UNKNOWN || code == ErrorCode.UPSTREAM_UNAVAILABLE) {
      response.putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
    }
    if (code.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    String traceId = UUID.randomUUID().toString().replace("-", "");
    try {
      Problem problem = Problem.of(code, detail, context.request().path(), traceId);
      response.end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always JSON", e);
    }
  }
}

package io.custard.gateway.key;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentProtocol;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Stands before the WebSocket: decides which sockets may open. */
@ApplicationScoped
class UpgradeCheck {
  private static final Logger LOG = Logger.getLogger(UpgradeCheck.class);

  /** Before the route of the WebSocket itself. */
  private static final int FIRST = -100;

  private static final int RETRY_SECONDS = 1;

  private final KeyCheck keys;
  private final Attempts attempts;
  private final RefusedAudit audit;
  private final Refusals refusals;
  private final Entrance entrance;

  UpgradeCheck(
      KeyCheck keys, Attempts attempts, RefusedAudit audit, Refusals refusals, Entrance entrance) {
    this.keys = keys;
    this.attempts = attempts;
    this.audit = audit;
    this.refusals = refusals;
    this.entrance = entrance;
  }

  void register(@Observes Router router) {
    router.route(AgentProtocol.PATH + ":connectionId").order(FIRST).handler(this::check);
  }

  private void check(RoutingContext context) {
    if (entrance.isClosed()) {
      refuse(context, ErrorCode.UPSTREAM_UNAVAILABLE, "This gateway is stopping; dial again.", 1);
      return;
    }
    HttpServerRequest request = context.request();
    Attempt attempt;
    try {
      attempt =
          new Attempt(
              entrance.address(request),
              ConnectionId.fromString(context.pathParam("connectionId")),
              KeyCheck.presented(request.getHeader("Authorization")));
    } catch (IllegalArgumentException e) {
      refuse(context, ErrorCode.CONNECTION_NOT_FOUND, "The path must end in a connection's id.", 0);
      return;
    }
    request.headers().set(Entrance.CALLER_HEADER, attempt.address());
    check(context, attempt);
  }

  private void check(RoutingContext context, Attempt attempt) {
    int retryAfter = attempts.retryAfter(attempt);
    if (retryAfter > 0) {
      ErrorCode code = ErrorCode.AGENT_TOO_MANY_ATTEMPTS;
      audit.refused(attempt, code);
      refuse(context, code, "Too many attempts were refused. Wait, then try again.", retryAfter);
    } else if (!entrance.handshakes().hasRoom()) {
      comeBack(context, "Too many agents dial at once.");
    } else {
      look(context, attempt);
    }
  }

  private void look(RoutingContext context, Attempt attempt) {
    context.request().pause(); // nothing of the upgrade may be read before the answer is known
    entrance
        .handshakes()
        .during(keys.check(attempt))
        .subscribe()
        .with(
            keyId -> {
              context.request().resume();
              context.next();
            },
            failure -> {
              context.request().resume();
              failed(context, attempt, failure);
            });
  }

  private void failed(RoutingContext context, Attempt attempt, Throwable failure) {
    if (failure instanceof CustardException expected) {
      attempts.refused(attempt);
      audit.refused(attempt, expected.code());
      int retryAfter = expected.code() == ErrorCode.AGENT_KEY_UNKNOWN ? RETRY_SECONDS : 0;
      refuse(context, expected.code(), expected.detail(), retryAfter);
    } else {
      LOG.warnf("Key not checked cause=%s", failure.toString());
      comeBack(context, "Keys cannot be checked now; try again.");
    }
  }

  private void comeBack(RoutingContext context, String detail) {
    int after = entrance.handshakes().comeBackAfter();
    refuse(context, ErrorCode.UPSTREAM_UNAVAILABLE, detail, after);
  }

  private void refuse(RoutingContext context, ErrorCode code, String detail, int retryAfter) {
    LOG.debugf("Agent refused errorCode=%s", code); // the audit trail has it, and counts it
    refusals.refuse(context, code, detail, retryAfter);
  }
}

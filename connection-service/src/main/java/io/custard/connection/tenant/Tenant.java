package io.custard.connection.tenant;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sent the current request, by its verified token and nothing else. */
@RequestScoped
public class Tenant {
  private static final String CLAIM = "org";

  private final JsonWebToken token;
  private final CurrentVertxRequest request;

  Tenant(JsonWebToken token, CurrentVertxRequest request) {
    this.token = token;
    this.request = request;
  }

  /** Refuses a token that names no organisation. */
  public OrganisationId organisation() {
    Object claim = token.getClaim(CLAIM);
    try {
      return OrganisationId.fromString(String.valueOf(claim));
    } catch (IllegalArgumentException e) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "The token names no organisation; log in again.", e);
    }
  }

  public Caller caller() {
    return new Caller(organisation(), "user:" + token.getSubject(), address());
  }

  /** When the token ends. */
  public Instant until() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  private @Nullable String address() {
    RoutingContext current = request.getCurrent();
    SocketAddress remote = current == null ? null : current.request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }
}

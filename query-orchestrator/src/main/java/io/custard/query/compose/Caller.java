package io.custard.query.compose;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.custard.query.execution.Asker;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the access token says.
 *
 * @param address where they called from, as far as it is known
 */
public record Caller(
    UserId user, OrganisationId organisation, String name, @Nullable String address) {

  public static Caller of(JsonWebToken token, RoutingContext request) {
    try {
      String organisation = token.getClaim("org");
      return new Caller(
          UserId.fromString(token.getSubject()),
          OrganisationId.fromString(organisation),
          token.getName(),
          address(request));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "The token names no organisation; log in again.", e);
    }
  }

  Asker asks(QueryId question) {
    return new Asker(user, organisation, name, question, address);
  }

  private static @Nullable String address(RoutingContext request) {
    SocketAddress remote = request.request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }
}

package io.custard.query.compose;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.custard.query.execution.Asker;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, as the access token says. */
public record Caller(UserId user, OrganisationId organisation, String name) {

  public static Caller of(JsonWebToken token) {
    try {
      String organisation = token.getClaim("org");
      return new Caller(
          UserId.fromString(token.getSubject()),
          OrganisationId.fromString(organisation),
          token.getName());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "The token names no organisation; log in again.", e);
    }
  }

  Asker asks(QueryId question) {
    return new Asker(user, name, question);
  }
}

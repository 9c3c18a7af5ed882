package io.custard.auth.token;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sends the current request, by its verified token. */
@RequestScoped
public class Bearer {
  private final JsonWebToken token;

  Bearer(JsonWebToken token) {
    this.token = token;
  }

  public UserId userId() {
    return read(token.getSubject(), UserId::fromString);
  }

  public OrganisationId organisationId() {
    return read(token.getClaim(AccessTokens.ORGANISATION), OrganisationId::fromString);
  }

  private static <T> T read(@Nullable Object claim, Function<String, T> parse) {
    try {
      return parse.apply(String.valueOf(claim));
    } catch (IllegalArgumentException e) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "The token names nobody; log in again.", e);
    }
  }
}

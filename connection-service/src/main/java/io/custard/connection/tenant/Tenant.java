package io.custard.connection.tenant;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The organisation of the current request, by its verified token and nothing else. */
@RequestScoped
public class Tenant {
  private static final String CLAIM = "org";

  private final JsonWebToken token;

  Tenant(JsonWebToken token) {
    this.token = token;
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
}

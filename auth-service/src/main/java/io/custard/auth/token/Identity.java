package io.custard.auth.token;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.Objects;

/** What a token says of its bearer. */
public record Identity(UserId userId, String email, OrganisationId organisationId, String role) {
  public Identity {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(email);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(role);
  }
}

package io.custard.auth.token;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a token says of its bearer. */
public record Identity(
    UserId userId, String email, OrganisationId organisationId, String role, Session session) {
  public Identity {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(email);
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(role);
    Objects.requireNonNull(session);
  }

  /**
   * The log-in it belongs to.
   *
   * @param csrf only of a browser
   * @param notBefore epoch seconds; a token that says an earlier one would be refused
   */
  public record Session(UUID id, @Nullable String csrf, long notBefore) {
    public Session {
      Objects.requireNonNull(id);
    }
  }
}

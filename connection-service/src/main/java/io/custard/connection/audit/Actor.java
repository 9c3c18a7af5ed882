package io.custard.connection.audit;

import io.custard.access.Caller;
import io.custard.protocol.OrganisationId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who did something in an organisation.
 *
 * @param actor as the audit log names them: {@code user:<id>}
 * @param address where they called from, as far as it is known
 */
public record Actor(OrganisationId organisation, String actor, @Nullable String address) {
  public Actor {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(actor);
  }

  /** Who sent a request. */
  public static Actor of(Caller caller) {
    return new Actor(caller.organisationId(), caller.actor(), caller.address());
  }

  /** Nobody: it follows from what was done elsewhere. */
  public static Actor system(OrganisationId organisation) {
    return new Actor(organisation, "system", null);
  }
}

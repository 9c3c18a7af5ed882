package io.custard.connection.tenant;

import io.custard.protocol.OrganisationId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the current request.
 *
 * @param actor as the audit log names them: {@code user:<id>}
 * @param address where they called from, as far as it is known
 */
public record Caller(OrganisationId organisation, String actor, @Nullable String address) {
  public Caller {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(actor);
  }
}

package io.custard.protocol.event;

import io.custard.protocol.OrganisationId;
import java.util.Objects;

/**
 * An organisation.
 *
 * @param deleted true: everything that belongs to it is to be deleted, and no token names it any
 *     more
 */
public record OrganisationV1(
    OrganisationId organisationId, long version, String name, boolean deleted)
    implements IdentityEvent {
  public OrganisationV1 {
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(name);
  }

  @Override
  public String key() {
    return "org:" + organisationId;
  }
}

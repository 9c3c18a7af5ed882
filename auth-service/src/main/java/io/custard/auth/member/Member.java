package io.custard.auth.member;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person in an organisation, as stored. */
public record Member(
    UserId userId, String email, @Nullable String name, String passwordHash, Place place) {
  public Member {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(email);
    Objects.requireNonNull(passwordHash);
    Objects.requireNonNull(place);
  }

  /** The organisation and what the person may do in it. */
  public record Place(OrganisationId organisationId, String organisation, String role) {
    public Place {
      Objects.requireNonNull(organisationId);
      Objects.requireNonNull(organisation);
      Objects.requireNonNull(role);
    }
  }

  @Override
  public String toString() {
    return "Member[" + userId + "]";
  }
}

package io.custard.auth.invitation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.protocol.OrganisationId;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** The token of an invitation's link, shown by somebody who is logged in. */
record Joining(
    @NotEmpty(message = "the token of the link is needed") @Size(max = 200) String token) {

  @Override
  public String toString() {
    return "Joining[…]";
  }

  /** Where they are a member now. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Joined(OrganisationId organisationId, String organisation, Role role) {
    static Joined of(Membership member) {
      return new Joined(member.organisationId(), member.organisation().name(), member.role());
    }
  }
}

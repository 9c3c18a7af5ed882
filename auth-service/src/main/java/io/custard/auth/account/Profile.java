package io.custard.auth.account;

import io.custard.auth.member.Member;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import org.jspecify.annotations.Nullable;

/** A person, their organisation and what they may do in it, as the API shows them. */
record Profile(UserView user, OrganisationView organisation, String role) {

  record UserView(UserId id, String email, @Nullable String name) {}

  record OrganisationView(OrganisationId id, String name) {}

  static Profile of(Member member) {
    return new Profile(
        new UserView(member.userId(), member.email(), member.name()),
        new OrganisationView(member.place().organisationId(), member.place().organisation()),
        member.place().role());
  }
}

package io.custard.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, their organisation and what they may do in it, as the API shows them.
 *
 * @param organisations all they are active in
 * @param permissions names of what the request's token may do, as {@code docs/permissions.md} has
 *     them
 */
record Profile(
    UserView user,
    OrganisationView organisation,
    Role role,
    List<Place> organisations,
    List<String> permissions) {

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserView(
      UserId id,
      String email,
      @Nullable String name,
      @Nullable String locale,
      @Nullable String timeZone) {}

  record OrganisationView(OrganisationId id, String name) {}

  record Place(OrganisationId id, String name, Role role) {}

  static Profile of(Caller caller, Membership here, List<Membership> all) {
    var user = here.user();
    return new Profile(
        new UserView(user.userId(), user.email(), user.name(), user.locale(), user.timeZone()),
        new OrganisationView(here.organisationId(), here.organisation().name()),
        here.role(),
        all.stream().filter(Membership::isActive).map(Profile::place).toList(),
        Arrays.stream(Permission.values()).filter(caller::may).map(Enum::name).toList());
  }

  private static Place place(Membership one) {
    return new Place(one.organisationId(), one.organisation().name(), one.role());
  }
}

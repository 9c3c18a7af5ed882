package io.custard.auth.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.custard.access.Role;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be different about a member; what is absent stays. */
record MemberChange(
    @Nullable @Pattern(regexp = "viewer|analyst|admin|owner", message = "there is no such role")
        String role,
    @Nullable Boolean active) {

  @JsonIgnore
  @AssertTrue(message = "say a role or whether the member is active")
  boolean isSaid() {
    return role != null || active != null;
  }

  Role roleOr(Role present) {
    return Optional.ofNullable(role).flatMap(Role::of).orElse(present);
  }

  boolean activeOr(boolean present) {
    return active == null ? present : active;
  }
}

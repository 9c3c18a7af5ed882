package io.custard.auth.account;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

/** {@code /api/v1/auth/profile}. */
@Path("/api/v1/auth/profile")
public class ProfileResource {
  private final OwnProfile profile;
  private final CurrentCaller current;

  ProfileResource(OwnProfile profile, CurrentCaller current) {
    this.profile = profile;
    this.current = current;
  }

  @GET
  @Needs(Permission.PROFILE_READ)
  public Uni<Profile> show() {
    return profile.of(current.get());
  }

  @PATCH
  @Needs(Permission.PROFILE_CHANGE)
  public Uni<Profile> change(@NotNull @Valid ProfileChange change) {
    return profile.change(current.get(), change);
  }
}

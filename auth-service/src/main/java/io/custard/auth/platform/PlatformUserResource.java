package io.custard.auth.platform;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.auth.member.Cursor;
import io.custard.auth.member.IdPath;
import io.custard.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/auth/platform/users}: all people, for administrators of the installation. */
@Path("/api/v1/auth/platform/users")
public class PlatformUserResource {
  private final PlatformPeople people;
  private final CurrentCaller current;
  private final Outbox outbox;

  PlatformUserResource(PlatformPeople people, CurrentCaller current, Outbox outbox) {
    this.people = people;
    this.current = current;
    this.outbox = outbox;
  }

  @GET
  @Needs(Permission.PLATFORM_USER_READ)
  public Uni<PlatformPersonView.Page> list(
      @RestQuery @Nullable @Size(max = 254) @Pattern(regexp = "\\P{Cc}*") String search,
      @RestQuery @Nullable @Size(max = 200) String cursor,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
    return people.page(new PageWanted(search, Cursor.parse(cursor), limit));
  }

  @GET
  @Path("{userId}")
  @Needs(Permission.PLATFORM_USER_READ)
  public Uni<PlatformPersonView> show(@RestPath String userId) {
    return people.one(IdPath.user(userId));
  }

  @PATCH
  @Path("{userId}")
  @Needs(Permission.PLATFORM_USER_CHANGE)
  public Uni<PlatformPersonView> change(
      @RestPath String userId, @NotNull @Valid PersonSwitch wanted) {
    return people
        .setActive(current.get(), IdPath.user(userId), wanted.active())
        .invoke(outbox::kick);
  }

  @DELETE
  @Path("{userId}")
  @Needs(Permission.PLATFORM_USER_DELETE)
  public Uni<Void> delete(@RestPath String userId) {
    return people.remove(current.get(), IdPath.user(userId)).invoke(outbox::kick);
  }
}

package io.custard.auth.people;

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

/** {@code /api/v1/auth/users}: the members of the caller's organisation. */
@Path("/api/v1/auth/users")
public class MemberResource {
  private final ListMembers list;
  private final ChangeMembers change;
  private final CurrentCaller current;
  private final Outbox outbox;

  MemberResource(ListMembers list, ChangeMembers change, CurrentCaller current, Outbox outbox) {
    this.list = list;
    this.change = change;
    this.current = current;
    this.outbox = outbox;
  }

  @GET
  @Needs(Permission.MEMBER_READ)
  public Uni<MemberView.Page> list(
      @RestQuery @Nullable @Size(max = 254) @Pattern(regexp = "\\P{Cc}*") String search,
      @RestQuery @Nullable @Size(max = 200) String cursor,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
    return list.page(
        current.get().organisationId(),
        new ListMembers.Search(search, Cursor.parse(cursor), limit));
  }

  @GET
  @Path("{userId}")
  @Needs(Permission.MEMBER_READ)
  public Uni<MemberView> show(@RestPath String userId) {
    return list.one(current.get().organisationId(), IdPath.user(userId));
  }

  @PATCH
  @Path("{userId}")
  @Needs(Permission.MEMBER_CHANGE)
  public Uni<MemberView> change(@RestPath String userId, @NotNull @Valid MemberChange wanted) {
    return change.change(current.get(), IdPath.user(userId), wanted).invoke(outbox::kick);
  }

  @DELETE
  @Path("{userId}")
  @Needs(Permission.MEMBER_REMOVE)
  public Uni<Void> remove(@RestPath String userId) {
    return change.remove(current.get(), IdPath.user(userId)).invoke(outbox::kick);
  }
}

package io.custard.auth.platform;

import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.auth.member.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/auth/platform/organisations}: for administrators of the installation. */
@Path("/api/v1/auth/platform/organisations")
public class PlatformOrganisationResource {
  private final PlatformOrganisations organisations;

  PlatformOrganisationResource(PlatformOrganisations organisations) {
    this.organisations = organisations;
  }

  @GET
  @Needs(Permission.PLATFORM_ORGANISATION_READ)
  public Uni<PlatformOrganisationView.Page> list(
      @RestQuery @Nullable @Size(max = 254) @Pattern(regexp = "\\P{Cc}*") String search,
      @RestQuery @Nullable @Size(max = 200) String cursor,
      @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
    return organisations.page(new PageWanted(search, Cursor.parse(cursor), limit));
  }
}

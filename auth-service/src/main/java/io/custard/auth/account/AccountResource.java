package io.custard.auth.account;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.auth.session.SessionCookies;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code DELETE /api/v1/auth/account}. */
@Path("/api/v1/auth/account")
public class AccountResource {
  private final DeleteAccount delete;
  private final CurrentCaller current;

  AccountResource(DeleteAccount delete, CurrentCaller current) {
    this.delete = delete;
    this.current = current;
  }

  /** The body holds the password. */
  @DELETE
  @Needs(Permission.ACCOUNT_DELETE)
  public Uni<RestResponse<Void>> delete(@NotNull @Valid PasswordForms.Confirmation confirmation) {
    return delete.delete(current.get(), confirmation.password()).replaceWith(SessionCookies::gone);
  }
}

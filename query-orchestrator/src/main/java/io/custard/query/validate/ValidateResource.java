package io.custard.query.validate;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Says whether a statement would run, and what is wrong with it, without running it. */
@Path("/api/v1/query/validate")
public class ValidateResource {
  private final ValidateStatement statements;
  private final CurrentCaller caller;

  ValidateResource(ValidateStatement statements, CurrentCaller caller) {
    this.statements = statements;
    this.caller = caller;
  }

  /** A refusal by the guard is an answer too, with status 200. */
  @POST
  @Needs(Permission.QUERY_SQL)
  public Uni<Validation> validate(@NotNull @Valid ValidateRequest request) {
    return statements.validate(caller.get(), request);
  }
}

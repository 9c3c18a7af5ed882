package io.custard.query.example.verify;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.example.FindExamples;
import io.custard.query.page.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/query/examples}: verified questions and statements of connections. */
@Path("/api/v1/query/examples")
public class ExampleResource {
  private final VerifyExample verified;
  private final ListExamples listed;
  private final FindExamples found;
  private final CurrentCaller caller;

  ExampleResource(
      VerifyExample verified, ListExamples listed, FindExamples found, CurrentCaller caller) {
    this.verified = verified;
    this.listed = listed;
    this.found = found;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Needs(Permission.EXAMPLE_CHANGE)
  @Operation(
      summary = "Verify a question and its SQL as an example for a connection",
      description =
          "Takes question and sql, or query_id: an answered question of the own history. It takes"
              + " the place of an example with the same question.")
  public Uni<ExampleEntry> verify(@NotNull @Valid ExampleRequest asked) {
    return verified
        .verify(caller.get(), asked)
        .invoke(made -> found.changed(made.connection()))
        .map(VerifyExample.Verified::entry);
  }

  @GET
  @Needs(Permission.EXAMPLE_READ)
  @Operation(
      summary = "List a connection's examples, the newest first",
      description = "limit is 1 to 200, 50 without.")
  public Uni<ExampleEntry.Page> list(
      @RestQuery("connection_id") @NotNull UUID connection,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    return listed.of(caller.get(), connection, Parameters.cursor(cursor), Parameters.limit(limit));
  }

  @DELETE
  @Path("{exampleId}")
  @Needs(Permission.EXAMPLE_CHANGE)
  @Operation(summary = "Delete an example")
  public Uni<Void> delete(@RestPath UUID exampleId) {
    return listed.delete(caller.get(), exampleId).invoke(found::changed).replaceWithVoid();
  }
}

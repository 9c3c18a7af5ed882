package io.custard.query.workflow;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.protocol.QueryId;
import io.custard.query.answer.Reader;
import io.custard.query.workflow.journal.Journals;
import io.custard.query.workflow.run.WorkflowRequest;
import io.custard.query.workflow.run.Workflows;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/workflows}: questions that are answered behind their request. */
@Path("/api/v1/workflows")
public class WorkflowResource {
  private final Workflows workflows;
  private final Journals journals;
  private final CurrentCaller caller;

  WorkflowResource(Workflows workflows, Journals journals, CurrentCaller caller) {
    this.workflows = workflows;
    this.journals = journals;
    this.caller = caller;
  }

  /**
   * Accepts it; what is accepted is answered or refused, whichever process ends meanwhile.
   *
   * @param language whose numbers and dates the sentence is written with
   * @param timeZone such as {@code Europe/Berlin}; UTC when absent
   */
  @POST
  @ResponseStatus(202)
  @Needs({Permission.QUERY_ASK, Permission.QUERY_SQL})
  public Uni<WorkflowView> start(
      @NotNull @Valid WorkflowRequest request,
      @HeaderParam("Accept-Language") @Nullable String language,
      @HeaderParam("Custard-Time-Zone") @Nullable String timeZone) {
    return workflows
        .start(QueryId.random(), caller.get(), request, Reader.of(language, timeZone))
        .map(WorkflowView::of);
  }

  @GET
  @Path("/{id}/status")
  @Needs(Permission.QUERY_ASK)
  public Uni<WorkflowView> status(@PathParam("id") UUID id) {
    return workflows.find(caller.get(), new QueryId(id)).map(WorkflowView::of);
  }

  /** With what came of them; for a quarter of an hour. */
  @GET
  @Path("/{id}/steps")
  @Needs(Permission.QUERY_ASK)
  public Uni<StepView.Page> steps(@PathParam("id") UUID id) {
    return workflows
        .find(caller.get(), new QueryId(id))
        .chain(workflow -> journals.lines(workflow.key(), null))
        .map(StepView::page);
  }

  /** Cancels it, down to the database. Nothing when it has ended. */
  @DELETE
  @Path("/{id}")
  @Needs(Permission.QUERY_ASK)
  public Uni<Void> cancel(@PathParam("id") UUID id) {
    return workflows.cancel(caller.get(), new QueryId(id));
  }
}

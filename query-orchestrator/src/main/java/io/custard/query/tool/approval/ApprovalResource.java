package io.custard.query.tool.approval;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where persons decide what their programs may do. No API token gets in. */
@Path("/api/v1/tools/approvals")
public class ApprovalResource {
  private final DecideApproval approvals;
  private final CurrentCaller caller;

  ApprovalResource(DecideApproval approvals, CurrentCaller caller) {
    this.approvals = approvals;
    this.caller = caller;
  }

  /** One's own that wait. */
  @GET
  @Needs(Permission.TOOL_APPROVE)
  public Uni<Approval.Page> pending() {
    return approvals.pending(caller.get());
  }

  @POST
  @Path("{approvalId}")
  @Needs(Permission.TOOL_APPROVE)
  public Uni<Approval> decide(@RestPath UUID approvalId, @NotNull @Valid Decision decision) {
    return approvals.decide(caller.get(), approvalId, decision);
  }

  /** One's own that were given for a while. */
  @GET
  @Path("remembered")
  @Needs(Permission.TOOL_APPROVE)
  public Uni<Remembered.Page> remembered() {
    return approvals.remembered(caller.get());
  }

  @DELETE
  @Path("remembered/{approvalId}")
  @Needs(Permission.TOOL_APPROVE)
  public Uni<Void> withdraw(@RestPath UUID approvalId) {
    return approvals.withdraw(caller.get(), approvalId);
  }
}

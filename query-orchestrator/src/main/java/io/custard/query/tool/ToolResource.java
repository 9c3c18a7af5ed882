package io.custard.query.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.http.Hangup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/tools}: what programs may have done, and having it done. */
@Path("/api/v1/tools")
public class ToolResource {
  private final Tools tools;
  private final ExecuteTool calls;
  private final CurrentCaller caller;

  ToolResource(Tools tools, ExecuteTool calls, CurrentCaller caller) {
    this.tools = tools;
    this.calls = calls;
    this.caller = caller;
  }

  /** Those the caller may use. */
  @GET
  @Needs(Permission.TOOL_READ)
  public Uni<ToolView.Page> list() {
    return tools
        .of(caller.get())
        .map(usable -> new ToolView.Page(usable.stream().map(ToolView::of).toList(), null));
  }

  /**
   * Runs one.
   *
   * @param approval the id of an approval that a person gave, when the same call was answered 202
   */
  @POST
  @Path("execute")
  @Needs(Permission.TOOL_EXECUTE)
  @APIResponse(
      responseCode = "200",
      description = "It ran.",
      content = @Content(schema = @Schema(implementation = ToolAnswer.Done.class)))
  @APIResponse(
      responseCode = "202",
      description = "A person has to approve it.",
      content = @Content(schema = @Schema(implementation = ToolAnswer.Waits.class)))
  public Uni<RestResponse<ToolAnswer>> execute(
      @NotNull
          @RequestBody(content = @Content(schema = @Schema(implementation = ToolRequest.class)))
          ObjectNode call,
      @HeaderParam("Custard-Approval") @Nullable String approval,
      @Context RoutingContext connection) {
    return Hangup.cancels(
        connection, calls.execute(caller.get(), call, approval).map(ToolResource::response));
  }

  private static RestResponse<ToolAnswer> response(ToolAnswer answer) {
    return switch (answer) {
      case ToolAnswer.Done done -> RestResponse.ok(done);
      case ToolAnswer.Waits waits -> RestResponse.status(RestResponse.Status.ACCEPTED, waits);
    };
  }
}

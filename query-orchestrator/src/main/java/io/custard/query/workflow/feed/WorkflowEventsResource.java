package io.custard.query.workflow.feed;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.protocol.QueryId;
import io.custard.query.sse.EventStream;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/workflows/{id}/events}: a workflow as it goes. */
@Path("/api/v1/workflows/{id}/events")
public class WorkflowEventsResource {
  private final WorkflowFeed feed;
  private final CurrentCaller caller;

  WorkflowEventsResource(WorkflowFeed feed, CurrentCaller caller) {
    this.feed = feed;
    this.caller = caller;
  }

  /**
   * Ends with the one event {@code end}, whatever happens. Another replica goes on for a reader who
   * comes back.
   */
  @GET
  @Needs(Permission.QUERY_ASK)
  @Produces(MediaType.WILDCARD)
  public Uni<EventStream> events(
      @PathParam("id") UUID id, @HeaderParam("Last-Event-ID") @Nullable String last) {
    return feed.follow(caller.get(), new QueryId(id), last).map(EventStream::new);
  }
}

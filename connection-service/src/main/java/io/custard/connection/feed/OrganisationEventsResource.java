package io.custard.connection.feed;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.feed.Watcher.Watched;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** {@code /api/v1/connections/status/events}: all connections of the organisation. */
@Path("/api/v1/connections/status/events")
public class OrganisationEventsResource {
  private final StatusFeed feed;
  private final CurrentCaller caller;

  OrganisationEventsResource(StatusFeed feed, CurrentCaller caller) {
    this.feed = feed;
    this.caller = caller;
  }

  @GET
  @Needs(Permission.CONNECTION_LIST)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<OutboundSseEvent> events(@Context Sse sse) {
    return feed.watch(new Watched(caller.get(), null)).map(event -> SseMapper.map(event, sse));
  }
}

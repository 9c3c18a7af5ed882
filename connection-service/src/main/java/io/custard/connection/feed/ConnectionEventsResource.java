package io.custard.connection.feed;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.feed.Watcher.Watched;
import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.OwnedConnection;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** {@code /api/v1/connections/{id}/status/events}: how one connection is, as it changes. */
@Path("/api/v1/connections/{id}/status/events")
public class ConnectionEventsResource {
  private final StatusFeed feed;
  private final CurrentCaller caller;
  private final ConnectionPath path;

  ConnectionEventsResource(StatusFeed feed, CurrentCaller caller, ConnectionPath path) {
    this.feed = feed;
    this.caller = caller;
    this.path = path;
  }

  /** A reader that comes back gets a snapshot again, whatever {@code Last-Event-ID} it names. */
  @GET
  @Needs(Permission.CONNECTION_READ)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<OutboundSseEvent> events(@PathParam("id") String id, @Context Sse sse) {
    OwnedConnection wanted = path.read(id);
    return feed.watch(new Watched(caller.get(), wanted.id()))
        .map(event -> SseMapper.map(event, sse));
  }
}

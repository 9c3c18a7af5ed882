package io.custard.connection.feed;

import io.custard.connection.feed.Watcher.Watched;
import io.custard.connection.tenant.Tenant;
import io.quarkus.security.Authenticated;
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
@Authenticated
public class OrganisationEventsResource {
  private final StatusFeed feed;
  private final Tenant tenant;

  OrganisationEventsResource(StatusFeed feed, Tenant tenant) {
    this.feed = feed;
    this.tenant = tenant;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<OutboundSseEvent> events(@Context Sse sse) {
    return feed.watch(new Watched(tenant.organisation(), null), tenant.until())
        .map(event -> SseMapper.map(event, sse));
  }
}

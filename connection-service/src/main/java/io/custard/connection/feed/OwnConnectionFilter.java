package io.custard.connection.feed;

import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers {@code CONNECTION_NOT_FOUND} before a stream begins; see {@link OwnConnection}. */
public class OwnConnectionFilter {
  private final Connections connections;
  private final ConnectionPath path;

  OwnConnectionFilter(Connections connections, ConnectionPath path) {
    this.connections = connections;
    this.path = path;
  }

  @OwnConnection
  @ServerRequestFilter
  public Uni<Response> check(UriInfo asked) {
    String id = String.valueOf(asked.getPathParameters().getFirst("id"));
    return connections.get(path.read(id)).map(known -> null);
  }
}

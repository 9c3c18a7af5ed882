package io.custard.connection.feed;

import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.Connections;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers {@code CONNECTION_NOT_FOUND} before a stream begins; see {@link OwnConnection}. */
public class OwnConnectionFilter {
  private final Connections connections;
  private final ConnectionPath path;

  OwnConnectionFilter(Connections connections, ConnectionPath path) {
    this.connections = connections;
    this.path = path;
  }

  /**
   * On a resource method with an {@code id} of a connection in its path: it is called only when the
   * caller's organisation has that connection. For methods that answer with a stream, whose status
   * is sent before anything can be looked up.
   */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE})
  public @interface OwnConnection {}

  @OwnConnection
  @ServerRequestFilter
  public Uni<Response> check(UriInfo asked) {
    String id = String.valueOf(asked.getPathParameters().getFirst("id"));
    return connections.get(path.read(id)).chain(known -> Uni.createFrom().nullItem());
  }
}

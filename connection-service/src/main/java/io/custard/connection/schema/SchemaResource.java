package io.custard.connection.schema;

import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/connections/{id}/schema}. */
@Path("/api/v1/connections/{id}/schema")
public class SchemaResource {
  private final Connections connections;
  private final SchemaTables schemas;
  private final ConnectionPath path;

  SchemaResource(Connections connections, SchemaTables schemas, ConnectionPath path) {
    this.connections = connections;
    this.schemas = schemas;
    this.path = path;
  }

  @GET
  @Needs(Permission.SCHEMA_READ)
  public Uni<SchemaView> schema(@PathParam("id") String id) {
    OwnedConnection wanted = path.read(id);
    return connections
        .get(wanted)
        .chain(known -> schemas.all(wanted))
        .map(found -> found.orElseThrow(SchemaResource::notYet));
  }

  private static CustardException notYet() {
    return new CustardException(
        ErrorCode.QUERY_SCHEMA_UNKNOWN,
        "Start the agent; the schema arrives seconds after it has linked.");
  }
}

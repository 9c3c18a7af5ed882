package io.custard.connection.command;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.custard.connection.registry.ConnectionPath;
import io.custard.connection.registry.OwnedConnection;
import io.custard.protocol.event.CommandTarget;
import io.custard.protocol.event.DiscoverCommand;
import io.custard.replica.link.GatewayCommands;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/connections/{id}/refresh-schema}: the schema arrives seconds later. */
@Path("/api/v1/connections/{id}/refresh-schema")
public class RefreshResource {
  private final LinkedAgent agents;
  private final GatewayCommands commands;
  private final Audit audit;
  private final CurrentCaller caller;
  private final ConnectionPath path;

  RefreshResource(
      LinkedAgent agents,
      GatewayCommands commands,
      Audit audit,
      CurrentCaller caller,
      ConnectionPath path) {
    this.agents = agents;
    this.commands = commands;
    this.audit = audit;
    this.caller = caller;
    this.path = path;
  }

  @POST
  @Needs(Permission.SCHEMA_REFRESH)
  @ResponseStatus(202)
  public Uni<Void> refresh(@PathParam("id") String id) {
    OwnedConnection wanted = path.read(id);
    Deed deed = new Deed(Actor.of(caller.get()), wanted.id(), "schema.refreshed", Map.of());
    return audit.around(ask(wanted), asked -> deed, deed);
  }

  private Uni<Void> ask(OwnedConnection wanted) {
    return agents
        .of(wanted)
        .chain(owner ->
            commands.send(
                owner, new DiscoverCommand(new CommandTarget(wanted.id(), owner.linkId()))));
  }
}

package io.custard.connection.command;

import io.custard.connection.registry.Connections;
import io.custard.connection.registry.OwnedConnection;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.event.LinkOwner;
import io.custard.replica.link.LinkDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds one live link of a connection, for its owner. */
@ApplicationScoped
class LinkedAgent {
  private final Connections connections;
  private final LinkDirectory directory;

  LinkedAgent(Connections connections, LinkDirectory directory) {
    this.connections = connections;
    this.directory = directory;
  }

  /** Fails with {@code CONNECTION_NOT_FOUND} before anybody is asked about a foreign one. */
  Uni<LinkOwner> of(OwnedConnection wanted) {
    return connections
        .get(wanted)
        .chain(known ->
            directory
                .choose(wanted.id())
                .onFailure()
                .transform(e ->
                    new CustardException(
                        ErrorCode.UPSTREAM_UNAVAILABLE,
                        "Which agents are linked cannot be looked up now; ask again.",
                        e)))
        .map(found ->
            found.orElseThrow(() ->
                new CustardException(
                    ErrorCode.AGENT_NOT_LINKED, "Start the agent and ask again.")));
  }
}

package io.custard.connection.registry;

import io.custard.access.ConnectionLevel;
import io.custard.connection.audit.Actor;
import io.custard.protocol.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The grants of connections; every change is published with the connection. */
@ApplicationScoped
public class Grants {
  private final Connections connections;

  Grants(Connections connections) {
    this.connections = connections;
  }

  /** At most 500. */
  @WithSession
  public Uni<Map<UserId, ConnectionLevel>> of(OwnedConnection wanted) {
    return connections.withGrants(wanted).map(connection -> GrantedLevels.of(connection.grants));
  }

  /** Fails with {@code CONNECTION_GRANT_LIMIT} when there are as many as there may be. */
  @WithTransaction
  public Uni<Void> put(OwnedConnection wanted, UserId user, ConnectionLevel level, Actor actor) {
    return connections
        .locked(wanted)
        .chain(connection ->
            connection.grant(user, level)
                ? connections.announce(
                    connection,
                    actor,
                    "grant.changed",
                    Map.of("user", user.toString(), "level", level.wireName()))
                : Uni.createFrom().voidItem());
  }

  /** Does nothing when the person has none. */
  @WithTransaction
  public Uni<Void> remove(OwnedConnection wanted, UserId user, Actor actor) {
    return connections
        .locked(wanted)
        .chain(connection ->
            connection.takeGrant(user)
                ? connections.announce(
                    connection, actor, "grant.removed", Map.of("user", user.toString()))
                : Uni.createFrom().voidItem());
  }
}

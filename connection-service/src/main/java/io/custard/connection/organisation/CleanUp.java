package io.custard.connection.organisation;

import io.custard.connection.audit.Actor;
import io.custard.connection.registry.Connections;
import io.custard.connection.registry.Grants;
import io.custard.connection.registry.OwnedConnection;
import io.custard.outbox.Outbox;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.MembershipV1;
import io.custard.protocol.event.OrganisationV1;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Deletes what belonged to somebody who is no more. May be told twice. */
@ApplicationScoped
class CleanUp {
  private static final String CONNECTIONS =
      "select id from connection.connection where organisation_id = $1 and deleted_at is null";

  /** Not those that were given later: the person may have come back before we heard of the end. */
  private static final String GRANTS =
      """
      select c.id from connection.connection c
      join connection.connection_grant g on g.connection_id = c.id and g.user_id = $2
      where c.organisation_id = $1 and c.deleted_at is null
        and g.granted_at < to_timestamp($3::bigint / 1e6)
      """;

  private final Pool pool;
  private final Connections connections;
  private final Grants grants;
  private final Outbox outbox;

  CleanUp(Pool pool, Connections connections, Grants grants, Outbox outbox) {
    this.pool = pool;
    this.connections = connections;
    this.grants = grants;
    this.outbox = outbox;
  }

  /** Its connections are deleted, their keys revoked, and so their links closed. */
  Uni<Void> after(OrganisationV1 ended) {
    OrganisationId organisation = ended.organisationId();
    return pool.preparedQuery(CONNECTIONS)
        .execute(Tuple.of(organisation.value()))
        .chain(found ->
            each(
                found,
                organisation,
                connection -> connections.remove(connection, Actor.system(organisation))));
  }

  /** The person's grants are taken. */
  Uni<Void> after(MembershipV1 ended) {
    OrganisationId organisation = ended.organisationId();
    Tuple values = Tuple.of(organisation.value(), ended.userId().value(), ended.version());
    return pool.preparedQuery(GRANTS)
        .execute(values)
        .chain(found ->
            each(
                found,
                organisation,
                connection ->
                    grants.remove(connection, ended.userId(), Actor.system(organisation))));
  }

  /** One after the other, each in a transaction of its own. */
  private Uni<Void> each(
      RowSet<Row> found, OrganisationId organisation, Function<OwnedConnection, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(found)
        .map(row -> new OwnedConnection(organisation, ConnectionId.of(row.getUUID(0))))
        .onItem()
        .transformToUniAndConcatenate(connection ->
            work.apply(connection)
                .invoke(outbox::kick)
                .onFailure(ErrorCode.CONNECTION_NOT_FOUND::isOf)
                .recoverWithNull()
                .replaceWith(connection))
        .collect()
        .last()
        .replaceWithVoid();
  }
}

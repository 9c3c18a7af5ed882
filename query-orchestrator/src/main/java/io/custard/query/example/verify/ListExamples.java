package io.custard.query.example.verify;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.protocol.ConnectionId;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.example.Examples;
import io.custard.query.page.Conditions;
import io.custard.query.page.Cursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Lists and deletes the examples of connections, for those who may see or manage them. */
@ApplicationScoped
class ListExamples {
  private final KnownConnections connections;
  private final Examples examples;
  private final Pool pool;

  ListExamples(KnownConnections connections, Examples examples, Pool pool) {
    this.connections = connections;
    this.examples = examples;
    this.pool = pool;
  }

  /** One page, the newest first. */
  Uni<ExampleEntry.Page> of(Caller caller, UUID connection, @Nullable Cursor after, int most) {
    return connections
        .find(new ConnectionId(connection), caller, Permission.EXAMPLE_READ)
        .chain(known -> page(known, after, most));
  }

  /** The connection it was of. Fails with {@code EXAMPLE_NOT_FOUND}. */
  Uni<Connection> delete(Caller caller, UUID id) {
    return examples
        .one(caller.organisationId(), id)
        .chain(row ->
            connections.find(
                new ConnectionId(row.getUUID("connection_id")), caller, Permission.EXAMPLE_CHANGE))
        .call(connection -> examples.delete(connection.organisationId(), id));
  }

  private Uni<ExampleEntry.Page> page(Connection of, @Nullable Cursor after, int most) {
    Conditions conditions =
        new Conditions()
            .same("organisation_id", of.organisationId().value())
            .same("connection_id", of.id().value())
            .after("verified_at", "id", after);
    String limit = conditions.place(most + 1);
    return pool.preparedQuery(
            "select * from query.example where "
                + conditions.text()
                + " order by verified_at desc, id desc limit "
                + limit)
        .execute(conditions.values())
        .map(found ->
            ExampleEntry.Page.of(
                StreamSupport.stream(found.spliterator(), false).map(ExampleEntry::of).toList(),
                most));
  }
}

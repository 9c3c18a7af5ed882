package io.custard.gateway.schema;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.TableDescription;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.event.SchemaEvent;
import io.custard.protocol.event.SchemaHeaderV1;
import io.custard.protocol.event.SchemaTableV1;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes schemas; all records of a connection go to one partition, in order. */
@ApplicationScoped
class SchemaRecords {
  private final MessageSender messages;

  SchemaRecords(MessageSender messages) {
    this.messages = messages;
  }

  Uni<Void> table(ConnectionId connection, long version, TableDescription table) {
    return messages.send(
        Topic.SCHEMAS,
        new MessageSender.Owned(connection, connection + "/" + table.schema() + "." + table.name()),
        SchemaEvent.class,
        new SchemaTableV1(connection, version, table));
  }

  Uni<Void> header(ConnectionId connection, long version, SchemaEnd end) {
    SchemaHeaderV1 header =
        new SchemaHeaderV1(
            connection,
            version,
            end.tables(),
            end.fingerprint(),
            end.baseId() == null ? null : Long.valueOf(end.baseId()),
            end.gone());
    return messages.send(
        Topic.SCHEMAS,
        new MessageSender.Owned(connection, connection.toString()),
        SchemaEvent.class,
        header);
  }
}

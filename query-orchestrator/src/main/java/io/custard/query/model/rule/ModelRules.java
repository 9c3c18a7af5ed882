package io.custard.query.model.rule;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.query.fresh.Fresh;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The table of rules. A change counts within a second. */
@ApplicationScoped
public class ModelRules {
  private final Pool pool;
  private final Fresh<Key, Optional<ModelRule>> fresh = new Fresh<>(this::look);

  ModelRules(Pool pool) {
    this.pool = pool;
  }

  private record Key(OrganisationId organisation, ConnectionId connection) {}

  /** Empty: there is none, all models may see the connection. */
  public Uni<Optional<ModelRule>> of(OrganisationId organisation, ConnectionId connection) {
    return fresh.of(new Key(organisation, connection));
  }

  Uni<Void> put(OrganisationId organisation, ConnectionId connection, ModelRule rule, UserId by) {
    return pool.preparedQuery(
            """
            insert into query.model_rule (organisation_id, connection_id, allowed, changed_by)
            values ($1, $2, $3, $4)
            on conflict (organisation_id, connection_id) do update
              set allowed = excluded.allowed, changed_at = now(), changed_by = excluded.changed_by
            """)
        .execute(
            Tuple.tuple()
                .addUUID(organisation.value())
                .addUUID(connection.value())
                .addArrayOfString(rule.allowed().toArray(String[]::new))
                .addUUID(by.value()))
        .invoke(() -> fresh.forget(new Key(organisation, connection)))
        .replaceWithVoid();
  }

  Uni<Void> delete(OrganisationId organisation, ConnectionId connection) {
    return pool.preparedQuery(
            "delete from query.model_rule where organisation_id = $1 and connection_id = $2")
        .execute(Tuple.of(organisation.value(), connection.value()))
        .invoke(() -> fresh.forget(new Key(organisation, connection)))
        .replaceWithVoid();
  }

  private Uni<Optional<ModelRule>> look(Key key) {
    return pool.preparedQuery(
            """
            select allowed from query.model_rule where organisation_id = $1 and connection_id = $2
            """)
        .execute(Tuple.of(key.organisation().value(), key.connection().value()))
        .map(ModelRules::first);
  }

  private static Optional<ModelRule> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(new ModelRule(List.of(row.getArrayOfStrings(0))));
    }
    return Optional.empty();
  }
}

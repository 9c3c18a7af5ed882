package io.custard.query.tool.catalog;

import io.custard.query.connection.Connection;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The tables of a connection, as they were discovered last. */
@ApplicationScoped
public class FindTables {
  private final PerSchema<KnownTables> tables;

  FindTables(KnownSchemas schemas) {
    this.tables = PerSchema.ever(schemas, (connection, all) -> new KnownTables(all));
  }

  /** Fails with {@code QUERY_SCHEMA_UNKNOWN}. Completes on a worker thread. */
  public Uni<KnownTables> of(Connection connection) {
    return tables.of(connection);
  }
}

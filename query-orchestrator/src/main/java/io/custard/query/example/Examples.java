package io.custard.query.example;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.query.connection.Connection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of examples. */
@ApplicationScoped
public class Examples {
  /** Of one connection; the most that are looked through for a question. */
  public static final int MOST = 500;

  private static final String SAVE =
      """
      insert into query.example (id, organisation_id, connection_id, question, sql, tables, status,
        schema_version, verified_by, verified_at)
      select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text[], 'verified', h.version,
        $7::uuid, now()
      from query.schema_header h where h.connection_id = $3
      on conflict (organisation_id, connection_id, md5(lower(question))) do update
        set question = excluded.question, sql = excluded.sql, tables = excluded.tables,
          status = excluded.status, schema_version = excluded.schema_version,
          verified_by = excluded.verified_by, verified_at = excluded.verified_at
      returning *
      """;

  private static final String JUDGED =
      """
      update query.example e set status = $3, schema_version = coalesce(
        (select h.version from query.schema_header h where h.connection_id = e.connection_id),
        e.schema_version)
      where e.organisation_id = $1 and e.id = $2
      """;

  private final Pool pool;

  Examples(Pool pool) {
    this.pool = pool;
  }

  /**
   * Keeps one; it takes the place of another with the same question. Fails with {@code
   * EXAMPLE_LIMIT}, and with {@code QUERY_SCHEMA_UNKNOWN} where nothing is known to hold it
   * against.
   */
  public Uni<Row> save(Connection connection, String question, Tuple values) {
    return pool.preparedQuery(
            """
            select count(*) from query.example
            where organisation_id = $1 and connection_id = $2 and md5(lower(question)) <> md5(lower($3))
            """)
        .execute(Tuple.of(connection.organisationId().value(), connection.id().value(), question))
        .invoke(Examples::requireRoom)
        .chain(() -> pool.preparedQuery(SAVE).execute(values))
        .map(saved -> only(saved, ErrorCode.QUERY_SCHEMA_UNKNOWN));
  }

  /** Fails with {@code EXAMPLE_NOT_FOUND}. */
  public Uni<Row> one(OrganisationId organisation, UUID id) {
    return pool.preparedQuery("select * from query.example where organisation_id = $1 and id = $2")
        .execute(Tuple.of(organisation.value(), id))
        .map(found -> only(found, ErrorCode.EXAMPLE_NOT_FOUND));
  }

  public Uni<Void> delete(OrganisationId organisation, UUID id) {
    return pool.preparedQuery("delete from query.example where organisation_id = $1 and id = $2")
        .execute(Tuple.of(organisation.value(), id))
        .replaceWithVoid();
  }

  /** All that a connection has, for the index. */
  Uni<List<Kept>> of(OrganisationId organisation, ConnectionId connection) {
    return pool.preparedQuery(
            """
            select id, question, sql, status from query.example
            where organisation_id = $1 and connection_id = $2 order by verified_at desc limit $3
            """)
        .execute(Tuple.of(organisation.value(), connection.value(), MOST))
        .map(
            found -> StreamSupport.stream(found.spliterator(), false).map(Examples::kept).toList());
  }

  /** Says how an example stands to the newest schema. */
  Uni<Void> judged(OrganisationId organisation, UUID id, boolean verified) {
    return pool.preparedQuery(JUDGED)
        .execute(Tuple.of(organisation.value(), id, verified ? "verified" : "stale"))
        .replaceWithVoid();
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getUUID("id"),
        row.getString("question"),
        row.getString("sql"),
        row.getString("status").equals("verified"));
  }

  private static void requireRoom(RowSet<Row> counted) {
    if (counted.iterator().next().getLong(0) >= MOST) {
      throw new CustardException(
          ErrorCode.EXAMPLE_LIMIT, "Delete some of the connection's " + MOST + " examples first.");
    }
  }

  private static Row only(RowSet<Row> rows, ErrorCode otherwise) {
    if (rows.size() == 0) {
      throw new CustardException(
          otherwise,
          otherwise == ErrorCode.EXAMPLE_NOT_FOUND
              ? "GET /api/v1/query/examples lists those of a connection."
              : "Link the agent and wait until it has read the schema.");
    }
    return rows.iterator().next();
  }
}

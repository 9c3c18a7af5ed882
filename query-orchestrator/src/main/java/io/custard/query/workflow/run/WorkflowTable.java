package io.custard.query.workflow.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.access.Caller;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.custard.query.answer.Reader;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.journal.WorkflowKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The accepted workflows: what they are to answer, and how they ended. */
@ApplicationScoped
class WorkflowTable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So many may be left by processes that ended, to be taken up in one look. */
  private static final int AT_ONCE = 100;

  private final Pool pool;
  private final ObjectMapper json;

  WorkflowTable(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** Accepts it: from here on it is answered, whatever becomes of this process. */
  Uni<Workflow> accept(QueryId id, Caller caller, WorkflowRequest request, Reader reader) {
    return pool.preparedQuery(
            """
            insert into query.workflow (id, organisation_id, user_id, connection_id, caller,
                request, locale, zone, deadline)
            values ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * interval '1 second')
            returning *
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addUUID(caller.organisationId().value())
                .addUUID(caller.userId().value())
                .addUUID(request.connectionId())
                .addString(text(WhoAsked.of(caller)))
                .addString(text(request))
                .addString(reader.locale().toLanguageTag())
                .addString(reader.zone().getId())
                .addInteger(request.secondsInAll()))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> workflow(rows.iterator().next()));
  }

  /** Empty when it does not exist or is not this person's. */
  Uni<Optional<Workflow>> find(QueryId id, OrganisationId organisation, UserId user) {
    return pool.preparedQuery(
            """
            select * from query.workflow
            where id = $1 and organisation_id = $2 and user_id = $3
            """)
        .execute(Tuple.of(id.value(), organisation.value(), user.value()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst())
        .map(row -> row.map(this::workflow));
  }

  /** Those that run, here or anywhere, or that nobody runs; the oldest first. */
  Uni<List<Workflow>> running(Collection<QueryId> here) {
    return pool.preparedQuery(
            """
            (select * from query.workflow where state = 'running' and id = any($1))
            union all
            (select * from query.workflow where state = 'running' and id <> all($1)
              order by created_at limit $2)
            """)
        .execute(Tuple.of(here.stream().map(QueryId::value).toArray(UUID[]::new), AT_ONCE))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::workflow).toList());
  }

  /** Whoever runs it sees that within a second. */
  Uni<Void> requestCancel(WorkflowKey key) {
    return pool.preparedQuery(
            """
            update query.workflow set cancel_requested = true
            where id = $1 and organisation_id = $2 and state = 'running'
            """)
        .execute(Tuple.of(key.id().value(), key.organisation().value()))
        .replaceWithVoid();
  }

  Uni<Void> ended(WorkflowKey key, End end) {
    return pool.preparedQuery(
            """
            update query.workflow set state = $3, code = $4, detail = $5, ended_at = now()
            where id = $1 and organisation_id = $2 and state = 'running'
            """)
        .execute(
            Tuple.of(
                key.id().value(),
                key.organisation().value(),
                end.state().name().toLowerCase(Locale.ROOT),
                end.code() == null ? null : end.code().name(),
                isKept(end) ? end.detail() : null))
        .replaceWithVoid();
  }

  /** What is asked back may name values that were looked up. */
  private static boolean isKept(End end) {
    return end.code() != ErrorCode.QUERY_UNCLEAR;
  }

  private Workflow workflow(Row row) {
    OffsetDateTime ended = row.getOffsetDateTime("ended_at");
    return new Workflow(
        new WorkflowKey(
            new OrganisationId(row.getUUID("organisation_id")), new QueryId(row.getUUID("id"))),
        new UserId(row.getUUID("user_id")),
        read(row.getString("caller"), WhoAsked.class),
        read(row.getString("request"), WorkflowRequest.class),
        new Reader(
            Locale.forLanguageTag(row.getString("locale")), ZoneId.of(row.getString("zone"))),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("deadline").toInstant(),
        row.getBoolean("cancel_requested"),
        ended == null ? null : ended.toInstant(),
        Workflow.end(row.getString("state"), row.getString("code"), row.getString("detail")));
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("requests are always writable", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept request cannot be read", e);
    }
  }
}

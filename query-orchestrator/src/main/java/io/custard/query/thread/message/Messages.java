package io.custard.query.thread.message;

import io.custard.access.Caller;
import io.custard.protocol.QueryId;
import io.custard.query.answer.Reader;
import io.custard.query.thread.Conversation;
import io.custard.query.thread.Threads;
import io.custard.query.workflow.run.Workflow;
import io.custard.query.workflow.run.WorkflowRequest;
import io.custard.query.workflow.run.Workflows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The messages of threads: each is a workflow. */
@ApplicationScoped
class Messages {
  private static final int MOST = 1_000;

  private final Pool pool;
  private final Threads threads;
  private final Workflows workflows;

  Messages(Pool pool, Threads threads, Workflows workflows) {
    this.pool = pool;
    this.threads = threads;
    this.workflows = workflows;
  }

  /** Begins to answer it and writes it into the caller's own thread. */
  Uni<Workflow> ask(Caller caller, UUID thread, MessageRequest request, Reader reader) {
    QueryId id = QueryId.random();
    return threads
        .own(caller, thread)
        .chain(own -> last(thread).map(before -> request.in(own, before.orElse(null))))
        .chain(asked -> workflows.start(id, caller, asked, reader))
        .call(started -> add(thread, id, started.request(), request.title()));
  }

  /** In their order, the first {@value #MOST}. */
  Uni<ThreadMessage.Page> list(Caller caller, UUID thread) {
    return threads.readable(caller, thread).chain(this::list);
  }

  private Uni<ThreadMessage.Page> list(Conversation thread) {
    return pool.preparedQuery(
            """
            select m.id, m.connection_id, m.question, m.created_at,
                   coalesce(w.state, 'failed') as state, w.code,
                   coalesce(h.sql, m.sql) as sql, h.model, h.row_count, h.total_ms,
                   h.prompt_tokens, h.answer_tokens
            from query.thread_message m
            left join query.workflow w on w.id = m.id
            left join query.history h on h.id = m.id
            where m.thread_id = $1 order by m.created_at, m.id limit $2
            """)
        .execute(Tuple.of(thread.id(), MOST))
        .map(rows ->
            new ThreadMessage.Page(
                StreamSupport.stream(rows.spliterator(), false).map(ThreadMessage::of).toList(),
                null));
  }

  private Uni<Optional<UUID>> last(UUID thread) {
    return pool.preparedQuery(
            """
            select m.id from query.thread_message m
            join query.workflow w on w.id = m.id and w.state = 'succeeded'
            where m.thread_id = $1 order by m.created_at desc limit 1
            """)
        .execute(Tuple.of(thread))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .findFirst());
  }

  private Uni<Void> add(UUID thread, QueryId id, WorkflowRequest asked, String title) {
    return pool.preparedQuery(
            """
            with message as (
              insert into query.thread_message (id, thread_id, connection_id, question, sql)
              values ($1, $2, $3, $4, $5) returning thread_id)
            update query.thread set updated_at = now(), connection_id = $3,
                title = case when title = 'New thread' then $6 else title end
            where id = (select thread_id from message)
            """)
        .execute(
            Tuple.of(
                id.value(), thread, asked.connectionId(), asked.question(), asked.sql(), title))
        .replaceWithVoid();
  }
}

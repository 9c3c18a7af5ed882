package io.custard.query.thread;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/threads}: conversations. */
@Path("/api/v1/threads")
public class ThreadResource {
  private final Threads threads;
  private final CurrentCaller caller;

  ThreadResource(Threads threads, CurrentCaller caller) {
    this.threads = threads;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(201)
  @Needs(Permission.THREAD_WRITE)
  public Uni<Conversation> create(@NotNull @Valid ThreadRequest request) {
    return threads.create(caller.get(), request);
  }

  /** The own ones, the latest first; {@code q} is looked for in titles, questions and SQL. */
  @GET
  @Needs(Permission.THREAD_READ)
  public Uni<Conversation.Page> list(
      @RestQuery @Nullable String q,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    return threads.list(caller.get(), q, cursor, limit);
  }

  @GET
  @Path("{id}")
  @Needs(Permission.THREAD_READ)
  public Uni<Conversation> show(@RestPath UUID id) {
    return threads.readable(caller.get(), id);
  }

  /** Title, connection, model, and whether it is shared. */
  @PATCH
  @Path("{id}")
  @Needs(Permission.THREAD_WRITE)
  public Uni<Conversation> change(@RestPath UUID id, @NotNull @Valid ThreadRequest request) {
    return threads.change(caller.get(), id, request);
  }

  @DELETE
  @Path("{id}")
  @Needs(Permission.THREAD_WRITE)
  public Uni<Void> delete(@RestPath UUID id) {
    return threads.delete(caller.get(), id);
  }
}

package io.custard.query.thread.message;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.answer.Reader;
import io.custard.query.sse.EventStream;
import io.custard.query.workflow.WorkflowView;
import io.custard.query.workflow.feed.WorkflowFeed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/threads/{id}/messages}: asking in a conversation. */
@Path("/api/v1/threads/{id}/messages")
public class MessageResource {
  private final Messages messages;
  private final WorkflowFeed feed;
  private final CurrentCaller caller;

  MessageResource(Messages messages, WorkflowFeed feed, CurrentCaller caller) {
    this.messages = messages;
    this.feed = feed;
    this.caller = caller;
  }

  @GET
  @Needs(Permission.THREAD_READ)
  public Uni<ThreadMessage.Page> list(@RestPath UUID id) {
    return messages.list(caller.get(), id);
  }

  /** Accepts a message; its answer is followed at {@code /api/v1/workflows/{id}/events}. */
  @POST
  @ResponseStatus(202)
  @Needs(Permission.THREAD_WRITE)
  public Uni<WorkflowView> ask(
      @RestPath UUID id,
      @NotNull @Valid MessageRequest request,
      @HeaderParam("Accept-Language") @Nullable String language,
      @HeaderParam("Custard-Time-Zone") @Nullable String timeZone) {
    return messages
        .ask(caller.get(), id, request, Reader.of(language, timeZone))
        .map(WorkflowView::of);
  }

  /** The same, answered with its events at once. */
  @POST
  @Path("stream")
  @Produces(MediaType.WILDCARD)
  @Needs(Permission.THREAD_WRITE)
  public Uni<EventStream> stream(
      @RestPath UUID id,
      @NotNull @Valid MessageRequest request,
      @HeaderParam("Accept-Language") @Nullable String language,
      @HeaderParam("Custard-Time-Zone") @Nullable String timeZone) {
    return messages
        .ask(caller.get(), id, request, Reader.of(language, timeZone))
        .chain(asked -> feed.follow(caller.get(), asked.id(), null))
        .map(EventStream::new);
  }
}

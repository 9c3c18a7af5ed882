package io.custard.query.ask;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.answer.Reader;
import io.custard.query.http.Hangup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/** Answers a question, or runs SQL under the same rules. */
@Path("/api/v1/query")
public class QueryResource {
  private final AskQuestion questions;
  private final CurrentCaller caller;

  QueryResource(AskQuestion questions, CurrentCaller caller) {
    this.questions = questions;
    this.caller = caller;
  }

  /**
   * Which of both it takes depends on the body.
   *
   * @param language whose numbers and dates the sentence is written with
   * @param timeZone such as {@code Europe/Berlin}; UTC when absent
   */
  @POST
  @Needs({Permission.QUERY_ASK, Permission.QUERY_SQL})
  public Uni<QueryAnswer> ask(
      @NotNull @Valid QueryRequest request,
      @HeaderParam("Accept-Language") @Nullable String language,
      @HeaderParam("Custard-Time-Zone") @Nullable String timeZone,
      @Context RoutingContext connection) {
    Reader reader = Reader.of(language, timeZone);
    return Hangup.cancels(connection, questions.ask(caller.get(), request, reader));
  }
}

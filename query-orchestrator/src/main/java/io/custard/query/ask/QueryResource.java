package io.custard.query.ask;

import io.custard.query.compose.Caller;
import io.custard.query.http.Hangup;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Answers a question, or runs SQL under the same rules. */
@Path("/api/v1/query")
@Authenticated
public class QueryResource {
  private final AskQuestion questions;
  private final JsonWebToken token;

  QueryResource(AskQuestion questions, JsonWebToken token) {
    this.questions = questions;
    this.token = token;
  }

  @POST
  public Uni<QueryAnswer> ask(
      @NotNull @Valid QueryRequest request, @Context RoutingContext connection) {
    return Hangup.cancels(connection, questions.ask(Caller.of(token, connection), request));
  }
}

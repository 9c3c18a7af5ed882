package io.custard.query.suggest;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.protocol.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /api/v1/query/suggestions}: what one could ask of a connection. */
@Path("/api/v1/query/suggestions")
public class SuggestionResource {
  private final SuggestQuestions suggestions;
  private final CurrentCaller caller;

  SuggestionResource(SuggestQuestions suggestions, CurrentCaller caller) {
    this.suggestions = suggestions;
    this.caller = caller;
  }

  @GET
  @Needs(Permission.QUERY_ASK)
  @Operation(
      summary = "Suggest up to three questions for a connection",
      description =
          "Each was run and had rows. The first call after a change of the schema takes as long as"
              + " they do, at most fifteen seconds; none is not an error.")
  public Uni<Suggestion.Page> suggest(@RestQuery("connection_id") @NotNull UUID connection) {
    return suggestions
        .of(caller.get(), new ConnectionId(connection))
        .map(items -> new Suggestion.Page(items, null));
  }
}

package io.custard.query.history.search;

import io.custard.access.Caller;
import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.query.history.History;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /api/v1/history}: what the caller asked in the organisation they are in. */
@Path("/api/v1/history")
public class HistoryResource {
  private final HistorySearch search;
  private final History history;
  private final CurrentCaller caller;

  HistoryResource(HistorySearch search, History history, CurrentCaller caller) {
    this.search = search;
    this.history = history;
    this.caller = caller;
  }

  @GET
  @Needs(Permission.HISTORY_READ)
  @Operation(
      summary = "Search the own history, the newest first",
      description =
          "q: words that must be in question or SQL; outcome is answered, failed or an error code;"
              + " from and to are instants, to is left out; limit is 1 to 200, 50 without.")
  public Uni<HistoryEntry.Page> search(@BeanParam HistoryParameters asked) {
    return search.find(caller.get(), asked);
  }

  @GET
  @Path("{id}")
  @Needs(Permission.HISTORY_READ)
  @Operation(summary = "Show an entry of the own history")
  public Uni<HistoryEntry> one(@RestPath UUID id) {
    return search.one(caller.get(), id);
  }

  @DELETE
  @Path("{id}")
  @Needs(Permission.HISTORY_DELETE)
  @Operation(summary = "Delete an entry of the own history")
  public Uni<Void> delete(@RestPath UUID id) {
    Caller who = caller.get();
    return search
        .one(who, id)
        .chain(found -> history.delete(who.organisationId(), who.userId(), id))
        .replaceWithVoid();
  }

  @DELETE
  @Needs(Permission.HISTORY_DELETE)
  @Operation(summary = "Delete the whole own history in this organisation")
  public Uni<Void> deleteAll() {
    Caller who = caller.get();
    return history.deleteAll(who.organisationId(), who.userId());
  }
}

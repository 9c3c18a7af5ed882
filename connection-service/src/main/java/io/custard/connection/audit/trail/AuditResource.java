package io.custard.connection.audit.trail;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/audit}: what was done in the caller's organisation, and by whom. */
@Path("/api/v1/audit")
public class AuditResource {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final AuditSearch events;
  private final ExportAudit exports;
  private final Audit audit;
  private final CurrentCaller caller;

  AuditResource(AuditSearch events, ExportAudit exports, Audit audit, CurrentCaller caller) {
    this.events = events;
    this.exports = exports;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Needs(Permission.AUDIT_SEARCH)
  @Operation(
      summary = "Search the audit log, the newest first",
      description =
          "from and to are instants, to is left out; actor is user:<id>, agent-key:<id> or a user"
              + " id; action is an area.deed or an area; outcome is OK, failed or an error code;"
              + " limit is 1 to 200, 50 without.")
  public Uni<AuditEntry.Page> search(
      @BeanParam AuditParameters asked,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    AuditCursor after = cursor == null ? null : cursor(cursor);
    int most = limit(limit);
    return events
        .find(caller.get().organisationId(), AuditFilter.of(asked), after, most + 1)
        .map(found -> page(found, most));
  }

  /** Writing the log out is itself an entry of the log. */
  @GET
  @Needs(Permission.AUDIT_EXPORT)
  @Path("export")
  @Operation(
      summary = "Write the audit log out, the newest first",
      description =
          "format is csv or ndjson. In CSV an apostrophe stands before whatever a spreadsheet would"
              + " take for a formula.")
  @APIResponse(
      responseCode = "200",
      description = "Ends with a broken connection when it cannot be completed",
      content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")})
  public RestMulti<byte[]> export(
      @BeanParam AuditParameters asked,
      @RestQuery @Nullable String format,
      @Context RoutingContext http) {
    AuditForm form = AuditForm.of(format);
    AuditFilter filter = AuditFilter.of(asked);
    Actor actor = Actor.of(caller.get());
    Deed deed = new Deed(actor, null, "audit.exported", Map.of("format", form.wireName()));
    Multi<byte[]> pages =
        audit
            .record(deed)
            .onItem()
            .transformToMulti(told -> exports.pages(actor.organisation(), filter, form))
            .onFailure()
            .invoke(() -> breakOff(http.response()));
    return RestMulti.fromMultiData(pages)
        .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.fileName() + "\"")
        .build();
  }

  /** Half a log must not look like a whole one: its reader sees a broken connection. */
  private static void breakOff(HttpServerResponse response) {
    if (response.headWritten()) {
      response.reset();
    }
  }

  private static AuditEntry.Page page(List<AuditEntry> found, int most) {
    if (found.size() <= most) {
      return new AuditEntry.Page(found, null);
    }
    List<AuditEntry> items = found.subList(0, most);
    return new AuditEntry.Page(items, items.getLast().cursor().text());
  }

  private static AuditCursor cursor(String text) {
    return AuditCursor.read(text).orElseThrow(() -> AuditFilter.unreadable("cursor"));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
      throw AuditFilter.unreadable("limit");
    }
    return Integer.parseInt(text);
  }
}

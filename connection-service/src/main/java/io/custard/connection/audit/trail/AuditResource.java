package io.custard.connection.audit.trail;

import io.custard.access.CurrentCaller;
import io.custard.access.Needs;
import io.custard.access.Permission;
import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
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
  public RestMulti<byte[]> export(
      @BeanParam AuditParameters asked, @RestQuery @Nullable String format) {
    AuditForm form = AuditForm.of(format);
    AuditFilter filter = AuditFilter.of(asked);
    Actor actor = Actor.of(caller.get());
    Deed deed = new Deed(actor, null, "audit.exported", Map.of("format", form.wireName()));
    Multi<byte[]> pages =
        audit
            .record(deed)
            .onItem()
            .transformToMulti(told -> exports.pages(actor.organisation(), filter, form));
    return RestMulti.fromMultiData(pages)
        .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.fileName() + "\"")
        .build();
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

package io.custard.query.tool.call;

import io.custard.access.Caller;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.AuditEventV1;
import io.custard.query.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the audit topic which tools ran, and what persons decided about them. */
@ApplicationScoped
public class ToolAudit {
  private final AuditTrail trail;

  ToolAudit(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * A call came to its end.
   *
   * @param failure null: it went well
   * @param consent by which it was allowed; {@code -} where it did not come to that
   */
  public void ran(ToolCall<?> call, String tool, String consent, @Nullable Throwable failure) {
    Map<String, String> details = new HashMap<>();
    details.put("tool", tool);
    details.put("question_id", call.id().toString());
    details.put("consent", consent);
    tell(
        call.caller(),
        "tool.run",
        failure == null ? AuditTrail.OK : AuditTrail.outcome(failure),
        call.connectionId(),
        details);
  }

  /** Somebody asked for an approval, gave it, refused it or took it back. */
  public void approval(Caller caller, ConnectionId connection, Map<String, String> details) {
    tell(caller, "tool.approval", AuditTrail.OK, connection, details);
  }

  private void tell(
      Caller caller,
      String action,
      String outcome,
      @Nullable ConnectionId connection,
      Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    if (caller.tokenId() != null) {
      all.put("token_id", caller.tokenId());
    }
    trail.tell(
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            caller.organisationId(),
            caller.actor(),
            action,
            outcome,
            connection,
            caller.address(),
            all));
  }
}

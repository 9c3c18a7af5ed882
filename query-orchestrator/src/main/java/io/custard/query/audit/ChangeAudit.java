package io.custard.query.audit;

import io.custard.access.Caller;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.AuditEventV1;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the audit topic what was changed. */
@ApplicationScoped
public class ChangeAudit {
  private final AuditTrail trail;

  ChangeAudit(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Somebody did this and it is done.
   *
   * @param action {@code area.deed}
   * @param connection null: it concerns the organisation
   * @param details short, no secrets
   */
  public void tell(
      Caller by, String action, @Nullable ConnectionId connection, Map<String, String> details) {
    trail.tell(
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            by.organisationId(),
            by.actor(),
            action,
            AuditTrail.OK,
            connection,
            by.address(),
            details));
  }
}

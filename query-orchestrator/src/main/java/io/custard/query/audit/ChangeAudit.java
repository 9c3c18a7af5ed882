package io.custard.query.audit;

import io.custard.access.Caller;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the audit topic what was changed, behind the answer; what is lost is logged. */
@ApplicationScoped
public class ChangeAudit {
  private final MessageSender messages;

  ChangeAudit(MessageSender messages) {
    this.messages = messages;
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
    AuditEventV1 event =
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            by.organisationId(),
            by.actor(),
            action,
            "OK",
            connection,
            by.address(),
            details);
    MessageSender.tell(
        messages.send(Topic.AUDIT, by.organisationId().toString(), AuditEventV1.class, event),
        "Audit event");
  }
}

package io.custard.auth.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.outbox.Outbox;
import io.custard.outbox.OutboxRecord;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Writes acts to the outbox, in the transaction of the act: neither exists without the other. */
@ApplicationScoped
public class AuditLog {
  private final Outbox outbox;
  private final ObjectMapper json;

  AuditLog(Outbox outbox, ObjectMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  /** In Hibernate's current transaction. */
  public Uni<Void> tell(Act act) {
    String key = act.organisation() == null ? act.actor() : act.organisation().toString();
    return outbox.append(new OutboxRecord(Topic.AUDIT, null, key, text(act)));
  }

  private String text(Act act) {
    try {
      return json.writeValueAsString(
          new AuditEventV1(
              UUID.randomUUID(),
              System.currentTimeMillis(),
              act.organisation(),
              act.actor(),
              act.action(),
              act.outcome(),
              null,
              act.address(),
              act.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }
}

package io.custard.connection.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.outbox.Outbox;
import io.custard.outbox.OutboxRecord;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Writes deeds to the outbox, in the transaction of the deed: neither exists without the other. */
@ApplicationScoped
public class Audit {
  private static final String OK = "OK";

  private final Outbox outbox;
  private final ObjectMapper json;

  Audit(Outbox outbox, ObjectMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  /** In Hibernate's current transaction. */
  public Uni<Void> tell(Deed deed) {
    return outbox.append(record(deed));
  }

  /** In the transaction of this client. */
  public Uni<Void> tell(SqlClient transaction, Deed deed) {
    return outbox.append(transaction, record(deed));
  }

  private OutboxRecord record(Deed deed) {
    String key = deed.by().organisation().toString();
    return new OutboxRecord(Topic.AUDIT, null, key, text(deed));
  }

  private String text(Deed deed) {
    try {
      return json.writeValueAsString(
          new AuditEventV1(
              UUID.randomUUID(),
              System.currentTimeMillis(),
              deed.by().organisation(),
              deed.by().actor(),
              deed.action(),
              OK,
              deed.connection(),
              deed.by().address(),
              deed.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }
}

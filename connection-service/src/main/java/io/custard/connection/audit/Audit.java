package io.custard.connection.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.outbox.Outbox;
import io.custard.outbox.OutboxRecord;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Writes deeds to the outbox, in the transaction of the deed: neither exists without the other. */
@ApplicationScoped
public class Audit {
  private final Outbox outbox;
  private final Pool pool;
  private final ObjectMapper json;

  Audit(Outbox outbox, Pool pool, ObjectMapper json) {
    this.outbox = outbox;
    this.pool = pool;
    this.json = json;
  }

  /** In Hibernate's current transaction. */
  public Uni<Void> tell(Deed deed) {
    return outbox.append(entry(deed));
  }

  /** In the transaction of this client. */
  public Uni<Void> tell(SqlClient transaction, Deed deed) {
    return outbox.append(transaction, entry(deed));
  }

  /** Of a deed that changes nothing of ours: in a transaction of its own, and published at once. */
  public Uni<Void> record(Deed deed) {
    return outbox.append(pool, entry(deed)).invoke(outbox::kick);
  }

  /**
   * Does what changes nothing of ours, and records how it ended: as the deed says, or with the code
   * of the failure. A connection the caller does not have leaves no trace.
   */
  public <T> Uni<T> around(Uni<T> work, Function<T, Deed> deed, Deed otherwise) {
    return work.call(done -> record(deed.apply(done)))
        .onFailure(Audit::isTold)
        .call(e -> record(otherwise.endedWith(((CustardException) e).code())));
  }

  private static boolean isTold(Throwable failure) {
    return failure instanceof CustardException coded
        && coded.code() != ErrorCode.CONNECTION_NOT_FOUND;
  }

  private OutboxRecord entry(Deed deed) {
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
              deed.outcome(),
              deed.connection(),
              deed.by().address(),
              deed.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }
}

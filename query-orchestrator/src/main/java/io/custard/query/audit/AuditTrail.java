package io.custard.query.audit;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The one way to the audit topic. Sent behind the answer; what is lost is counted and logged. */
@ApplicationScoped
public class AuditTrail {
  /** The outcome of what went well. */
  public static final String OK = "OK";

  private static final Logger LOG = Logger.getLogger(AuditTrail.class);

  private final MessageSender messages;
  private final AtomicLong lost = new AtomicLong();

  AuditTrail(MessageSender messages) {
    this.messages = messages;
  }

  /** Returns at once. The event must name an organisation. */
  public void tell(AuditEventV1 event) {
    String key = Objects.requireNonNull(event.organisationId()).toString();
    messages
        .send(Topic.AUDIT, key, AuditEventV1.class, event)
        .subscribe()
        .with(sent -> {}, this::lost);
  }

  /** The outcome of what failed like this. */
  public static String outcome(Throwable failure) {
    ErrorCode code =
        failure instanceof CustardException expected ? expected.code() : ErrorCode.INTERNAL_ERROR;
    return code.name();
  }

  private void lost(Throwable failure) {
    LOG.warnf(
        "Audit event lost count=%d cause=%s",
        lost.incrementAndGet(), failure.getClass().getSimpleName());
  }
}

package io.custard.query.execution;

import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.custard.query.connection.Connection;
import io.custard.replica.MessageSender;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells the audit topic of every statement that left for an agent: who, when, which tables, how it
 * ended. Never its text, which may hold literals, but its hash, by which the agent's ledger knows
 * it. Sent behind the answer; what is lost is counted and logged.
 */
@ApplicationScoped
class StatementAudit {
  private static final Logger LOG = Logger.getLogger(StatementAudit.class);

  /** A join of hundreds of tables must not become a huge event. */
  private static final int TABLES_LENGTH = 2_000;

  private final MessageSender messages;
  private final AtomicLong lost = new AtomicLong();

  StatementAudit(MessageSender messages) {
    this.messages = messages;
  }

  void ran(Statement statement, Attempt last, String outcome, long millis) {
    AuditEventV1 event =
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            statement.connection().organisationId(),
            "user:" + statement.asker().user(),
            "statement.run",
            outcome,
            statement.connectionId(),
            null,
            details(statement, last, millis));
    String key = statement.connection().organisationId().toString();
    messages
        .send(Topic.AUDIT, key, AuditEventV1.class, event)
        .subscribe()
        .with(sent -> {}, this::lost);
  }

  private void lost(Throwable failure) {
    LOG.warnf(
        "Audit event lost count=%d cause=%s",
        lost.incrementAndGet(), failure.getClass().getSimpleName());
  }

  private static Map<String, String> details(Statement statement, Attempt last, long millis) {
    Connection connection = statement.connection();
    String tables = String.join(", ", statement.accepted().tables());
    return Map.ofEntries(
        Map.entry("query_id", last.id().toString()),
        Map.entry("question_id", statement.asker().question().toString()),
        Map.entry("purpose", statement.purpose()),
        Map.entry("rows", Long.toString(last.rows())),
        Map.entry("bytes", Long.toString(last.bytes())),
        Map.entry("duration_ms", Long.toString(millis)),
        Map.entry("dialect", connection.dialect()),
        Map.entry("sql_sha256", sha256(statement.accepted().sql())),
        Map.entry(
            "tables",
            tables.length() <= TABLES_LENGTH ? tables : tables.substring(0, TABLES_LENGTH) + "…"));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

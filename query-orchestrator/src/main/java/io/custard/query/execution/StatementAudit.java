package io.custard.query.execution;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.AuditEventV1;
import io.custard.query.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit topic of every statement and question, also of those that were refused: who, from
 * where, when, which tables, how it ended. Never the text, which may hold literals, but the hash of
 * a statement, by which the agent's ledger knows it.
 */
@ApplicationScoped
public class StatementAudit {
  /** A join of hundreds of tables must not become a huge event. */
  private static final int TABLES_LENGTH = 2_000;

  private final AuditTrail trail;

  StatementAudit(AuditTrail trail) {
    this.trail = trail;
  }

  /** A statement that passed the guard came to its end; without an attempt it never left. */
  void ran(Statement statement, @Nullable Attempt last, String outcome, long millis) {
    Map<String, String> details = details(statement, millis);
    if (last != null) {
      details.put("query_id", last.id().toString());
      details.put("rows", Long.toString(last.rows()));
      details.put("bytes", Long.toString(last.bytes()));
    }
    tell("statement.run", statement.asker(), statement.connectionId(), outcome, details);
  }

  /**
   * What was asked came to no statement that may be run.
   *
   * @param sql as it came, of which the hash is told; null: it was a question
   */
  public void refused(
      Asker asker, ConnectionId connection, @Nullable String sql, Throwable refusal) {
    Map<String, String> details = question(asker);
    if (sql != null) {
      details.put("sql_sha256", sha256(sql));
    }
    String action = sql == null ? "question.declined" : "statement.refused";
    tell(action, asker, connection, AuditTrail.outcome(refusal), details);
  }

  private void tell(
      String action,
      Asker asker,
      ConnectionId connection,
      String outcome,
      Map<String, String> details) {
    AuditEventV1 event =
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            asker.organisation(),
            "user:" + asker.user(),
            action,
            outcome,
            connection,
            asker.address(),
            details);
    trail.tell(event);
  }

  private static Map<String, String> question(Asker asker) {
    Map<String, String> details = new HashMap<>();
    details.put("question_id", asker.question().toString());
    return details;
  }

  private static Map<String, String> details(Statement statement, long millis) {
    Map<String, String> details = question(statement.asker());
    String tables = String.join(", ", statement.accepted().tables());
    details.put("purpose", statement.purpose());
    details.put("duration_ms", Long.toString(millis));
    details.put("dialect", statement.connection().dialect());
    details.put("sql_sha256", sha256(statement.accepted().sql()));
    details.put(
        "tables",
        tables.length() <= TABLES_LENGTH ? tables : tables.substring(0, TABLES_LENGTH) + "…");
    return details;
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

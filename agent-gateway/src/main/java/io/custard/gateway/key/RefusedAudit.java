package io.custard.gateway.key;

import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.AuditEventV1;
import io.custard.protocol.event.Topic;
import io.custard.replica.MessageSender;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes refused attempts to link to the audit trail: the first of a source at once, then one event
 * a minute that says how many there were. A source is an address, together with the key where that
 * is one of somebody's.
 */
@ApplicationScoped
class RefusedAudit {
  /** Sources under count; beyond, the one unseen for longest is counted afresh. */
  private static final int SOURCES = 10_000;

  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final KnownKeys keys;
  private final MessageSender messages;
  private final RecentMap<Source, Count> counts = new RecentMap<>(SOURCES);

  private record Source(String address, @Nullable String keyId) {}

  /** Attempts since the last event. */
  private static final class Count {
    private long saidAt;
    private int since;
    private ConnectionId connectionId;
    private ErrorCode code;

    private Count(ConnectionId connectionId, ErrorCode code) {
      this.connectionId = connectionId;
      this.code = code;
    }
  }

  RefusedAudit(KnownKeys keys, MessageSender messages) {
    this.keys = keys;
    this.messages = messages;
  }

  synchronized void refused(Attempt attempt, ErrorCode code) {
    Source source = source(attempt);
    Optional<Count> before = counts.get(source);
    Count count = before.orElseGet(() -> new Count(attempt.connectionId(), code));
    count.since++;
    count.connectionId = attempt.connectionId();
    count.code = code;
    counts.put(source, count);
    if (before.isEmpty()) {
      say(source, count);
    }
  }

  @Scheduled(every = "10s")
  synchronized void look() {
    long now = System.nanoTime();
    for (Map.Entry<Source, Count> entry : counts.list()) {
      Count count = entry.getValue();
      if (now - count.saidAt < WINDOW_NANOS) {
        continue;
      }
      if (count.since == 0) {
        counts.remove(entry.getKey());
      } else {
        say(entry.getKey(), count);
      }
    }
  }

  private void say(Source source, Count count) {
    OrganisationId organisation =
        source.keyId() == null ? null : keys.organisation(source.keyId()).orElse(null);
    Map<String, String> details = new HashMap<>();
    details.put("count", Integer.toString(count.since));
    AuditEventV1 event =
        new AuditEventV1(
            UUID.randomUUID(),
            System.currentTimeMillis(),
            organisation,
            source.keyId() == null ? "unknown" : "agent-key:" + source.keyId(),
            "agent.refused",
            count.code.name(),
            count.connectionId,
            source.address(),
            details);
    count.saidAt = System.nanoTime();
    count.since = 0;
    String key = (organisation == null ? count.connectionId : organisation).toString();
    MessageSender.tell(
        messages.send(Topic.AUDIT, key, AuditEventV1.class, event), "Audit of refused agents");
  }

  /** A made-up key names nobody, and there are too many of them to be counted one by one. */
  private Source source(Attempt attempt) {
    String keyId =
        attempt.key().map(AgentKey::keyId).filter(id -> keys.lately(id).isPresent()).orElse(null);
    return new Source(attempt.address(), keyId);
  }
}

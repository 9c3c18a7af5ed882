package io.custard.connection.status;

import io.custard.protocol.PolicySummary;
import io.custard.protocol.event.AgentHealthV1;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one link said of its health within one poll: the newest stands for all. Two things are kept
 * of those before it: what it does not repeat, and every head of the ledger.
 */
final class HealthRun {
  private final List<AgentHealthV1> heads = new ArrayList<>();
  private AgentHealthV1 newest;
  private OffsetDateTime at;
  private @Nullable PolicySummary policy;
  private @Nullable String keyId;

  HealthRun(AgentHealthV1 first) {
    newest = first;
    at = LinkWrites.time(first.atEpochMillis());
    take(first);
  }

  /** False when it is of another link. An older one that came again is no news. */
  boolean add(AgentHealthV1 next) {
    if (!next.linkId().equals(newest.linkId())) {
      return false;
    }
    OffsetDateTime said = LinkWrites.time(next.atEpochMillis());
    if (!said.isBefore(at)) {
      newest = next;
      at = said;
      take(next);
    }
    return true;
  }

  private void take(AgentHealthV1 event) {
    policy = event.policy() == null ? policy : event.policy();
    keyId = event.keyId() == null ? keyId : event.keyId();
    if (event.ledger() != null) {
      heads.add(event);
    }
  }

  AgentHealthV1 newest() {
    return newest;
  }

  OffsetDateTime at() {
    return at;
  }

  @Nullable PolicySummary policy() {
    return policy;
  }

  @Nullable String keyId() {
    return keyId;
  }

  /** Those that tell of the ledger, in their order. */
  List<AgentHealthV1> heads() {
    return heads;
  }
}

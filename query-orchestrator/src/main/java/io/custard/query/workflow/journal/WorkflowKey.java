package io.custard.query.workflow.journal;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import java.util.Objects;

/** Names one workflow; all it has in Redis has both in its key. */
public record WorkflowKey(OrganisationId organisation, QueryId id) {
  public WorkflowKey {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(id);
  }

  /** The braces keep all keys of a workflow in one slot of a cluster. */
  String events() {
    return "workflow:{%s:%s}:events".formatted(organisation, id);
  }

  String lease() {
    return "workflow:{%s:%s}:lease".formatted(organisation, id);
  }

  String read() {
    return "workflow:{%s:%s}:read".formatted(organisation, id);
  }
}

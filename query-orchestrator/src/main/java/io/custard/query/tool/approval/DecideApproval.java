package io.custard.query.tool.approval;

import io.custard.access.Caller;
import io.custard.query.tool.call.ToolAudit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What persons do about approvals; all of it is told to the audit log. */
@ApplicationScoped
class DecideApproval {
  private final Approvals approvals;
  private final Decisions decisions;
  private final Consents consents;
  private final ToolAudit audit;

  DecideApproval(Approvals approvals, Decisions decisions, Consents consents, ToolAudit audit) {
    this.approvals = approvals;
    this.decisions = decisions;
    this.consents = consents;
    this.audit = audit;
  }

  Uni<Approval.Page> pending(Caller person) {
    return approvals
        .pending(person.organisationId().value(), person.userId().value())
        .map(items -> new Approval.Page(items, null));
  }

  Uni<Approval> decide(Caller person, UUID id, Decision decision) {
    return decisions
        .decide(person, id, decision)
        .invoke(decided -> {
          Map<String, String> details = new HashMap<>();
          details.put("tool", decided.tool());
          details.put("decision", decided.state());
          details.put("approval_id", decided.id().toString());
          details.put("token_id", decided.tokenId());
          if (decision.remember() != null) {
            details.put("remember_days", decision.remember().days().toString());
          }
          audit.approval(person, decided.connectionId(), details);
        });
  }

  Uni<Remembered.Page> remembered(Caller person) {
    return consents.of(person).map(items -> new Remembered.Page(items, null));
  }

  Uni<Void> withdraw(Caller person, UUID id) {
    return consents
        .withdraw(person, id)
        .invoke(ended ->
            audit.approval(
                person,
                ended.connectionId(),
                Map.of(
                    "tool", ended.tool(), "decision", "taken back", "token_id", ended.tokenId())))
        .replaceWithVoid();
  }
}

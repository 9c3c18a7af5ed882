package io.custard.query.tool;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.QueryId;
import io.custard.query.tool.approval.Approval;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What becomes of a call. */
sealed interface ToolAnswer {

  /**
   * It ran.
   *
   * @param id of the call, as in audit log and ledger
   * @param result as the tool describes it
   */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Done(QueryId id, String tool, Object result) implements ToolAnswer {
    /** Leaves the result out. */
    @Override
    public String toString() {
      return "Done[" + id + ", " + tool + "]";
    }
  }

  /**
   * A person has to approve it. The same call again with the header {@code Custard-Approval: id}
   * runs once they have.
   */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Waits(Awaited approval) implements ToolAnswer {
    static Waits on(Approval approval) {
      return new Waits(
          new Awaited(approval.id(), approval.expiresAt(), approval.tool(), approval.summary()));
    }
  }

  /** What is waited for. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Awaited(UUID id, Instant expiresAt, String tool, String summary) {}
}

package io.custard.query.workflow.run;

import io.custard.access.Caller;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.custard.query.answer.Reader;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.journal.WorkflowKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was accepted to be answered.
 *
 * @param deadline when it fails if it has not ended
 * @param end null while it runs
 */
public record Workflow(
    WorkflowKey key,
    UserId user,
    WhoAsked who,
    WorkflowRequest request,
    Reader reader,
    Instant createdAt,
    Instant deadline,
    boolean cancelRequested,
    @Nullable Instant endedAt,
    @Nullable End end) {

  public QueryId id() {
    return key.id();
  }

  Caller caller() {
    OrganisationId organisation = key.organisation();
    return who.caller(organisation, user);
  }

  /** How a row of the table tells the end. */
  static @Nullable End end(String state, @Nullable String code, @Nullable String detail) {
    return state.equals("running")
        ? null
        : new End(
            End.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)),
            code == null ? null : ErrorCode.of(code),
            detail);
  }
}

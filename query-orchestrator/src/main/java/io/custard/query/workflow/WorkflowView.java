package io.custard.query.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.run.Workflow;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as its owner sees it.
 *
 * @param state {@code running}, {@code succeeded}, {@code failed} or {@code cancelled}
 * @param code why it did not succeed
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowView(
    UUID id,
    String state,
    UUID connectionId,
    @Nullable String question,
    @Nullable String sql,
    @Nullable String code,
    @Nullable String detail,
    Instant createdAt,
    Instant deadline,
    @Nullable Instant endedAt) {

  public static WorkflowView of(Workflow workflow) {
    End end = workflow.end();
    return new WorkflowView(
        workflow.id().value(),
        end == null ? "running" : end.state().name().toLowerCase(Locale.ROOT),
        workflow.request().connectionId(),
        workflow.request().question(),
        workflow.request().sql(),
        end == null || end.code() == null ? null : end.code().name(),
        end == null ? null : end.detail(),
        workflow.createdAt(),
        workflow.deadline(),
        workflow.endedAt());
  }
}

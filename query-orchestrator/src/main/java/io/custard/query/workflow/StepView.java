package io.custard.query.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.query.workflow.journal.Journals.Placed;
import io.custard.query.workflow.journal.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One run of one step.
 *
 * @param state {@code running}, {@code done}, {@code skipped} or {@code back}: it sent an earlier
 *     one back
 * @param attempt counted from 1
 * @param reason why it was skipped, or sent back
 * @param to which it sent back
 * @param output what came of it
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
    String step,
    String state,
    int attempt,
    Instant startedAt,
    @Nullable Long millis,
    @Nullable String reason,
    @Nullable String to,
    @Schema(implementation = Object.class, type = SchemaType.OBJECT) @JsonRawValue
        @Nullable String output) {

  /** All there are: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<StepView> items, @Nullable String nextCursor) {}

  /** In the order in which they began. A step that a killed process had begun is there twice. */
  static Page page(List<Placed> lines) {
    List<StepView> steps = new ArrayList<>();
    for (Placed placed : lines) {
      Line line = placed.line();
      if (line.kind().equals(Line.STARTED)) {
        steps.add(started(line));
      } else if (!line.isEnd()) {
        finish(steps, line);
      }
    }
    return new Page(steps, null);
  }

  private static void finish(List<StepView> steps, Line line) {
    for (int at = steps.size() - 1; at >= 0; at--) {
      StepView begun = steps.get(at);
      if (begun.step().equals(line.step()) && begun.state().equals("running")) {
        steps.set(at, begun.ended(line));
        return;
      }
    }
  }

  private static StepView started(Line line) {
    return new StepView(
        String.valueOf(line.step()),
        "running",
        line.attempt() == null ? 1 : line.attempt(),
        Instant.ofEpochMilli(line.at()),
        null,
        null,
        null,
        null);
  }

  private StepView ended(Line line) {
    long millis = line.millis() == null ? line.at() - startedAt.toEpochMilli() : line.millis();
    return new StepView(
        step, line.kind(), attempt, startedAt, millis, line.reason(), line.to(), line.output());
  }
}

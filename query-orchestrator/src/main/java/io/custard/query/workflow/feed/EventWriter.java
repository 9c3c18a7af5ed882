package io.custard.query.workflow.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.protocol.QueryId;
import io.custard.query.sse.ServerEvent;
import io.custard.query.step.compose.Validated;
import io.custard.query.step.result.Answered;
import io.custard.query.step.result.DrawChart;
import io.custard.query.step.result.Executed;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.journal.Journals.Placed;
import io.custard.query.workflow.journal.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the lines of a journal. A line that brings something to show makes two: the step,
 * and what it brought. Both are made of the line alone, so every reader on every replica is told
 * the same under the same ids.
 */
@ApplicationScoped
class EventWriter {
  /** Nothing comes behind it; never sent itself. */
  static final ServerEvent CLOSE = ServerEvent.comment("close");

  private static final String STEP = "step";
  private static final String END = "end";

  /** What comes of these steps is shown in an event of its own. */
  private static final Map<String, String> SHOWN =
      Map.of(
          Validated.STEP.name(), "sql",
          Executed.STEP.name(), "result",
          Answered.STEP.name(), "text",
          DrawChart.STEP.name(), "chart");

  private final ObjectMapper json;

  EventWriter(ObjectMapper json) {
    this.json = json;
  }

  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record StepData(
      @Nullable String step,
      String state,
      @Nullable Integer attempt,
      @Nullable Long millis,
      @Nullable String reason,
      @Nullable String to,
      @JsonRawValue @Nullable String output) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record EndData(
      QueryId id, String state, @Nullable String code, @Nullable String detail) {}

  List<ServerEvent> events(QueryId workflow, Placed placed) {
    Line line = placed.line();
    return line.end() == null ? step(placed.id(), line) : end(workflow, placed.id(), line.end());
  }

  /** Of a workflow whose journal is gone. */
  List<ServerEvent> end(QueryId workflow, String id, End end) {
    EndData data =
        new EndData(
            workflow,
            end.state().name().toLowerCase(Locale.ROOT),
            end.code() == null ? null : end.code().name(),
            end.detail());
    List<ServerEvent> events = new ArrayList<>();
    if (end.code() != null) {
      events.add(new ServerEvent(EventId.text(id, 0), "error", write(data)));
    }
    events.add(new ServerEvent(id, END, write(data)));
    events.add(CLOSE);
    return events;
  }

  private List<ServerEvent> step(String id, Line line) {
    String shown = line.kind().equals(Line.DONE) ? SHOWN.get(line.step()) : null;
    ServerEvent step =
        new ServerEvent(
            shown == null ? id : EventId.text(id, 0), STEP, write(data(line, shown == null)));
    return shown == null ? List.of(step) : List.of(step, new ServerEvent(id, shown, line.output()));
  }

  private static StepData data(Line line, boolean withOutput) {
    return new StepData(
        line.step(),
        line.kind(),
        line.attempt(),
        line.millis(),
        line.reason(),
        line.to(),
        withOutput ? line.output() : null);
  }

  private String write(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("events are always writable", e);
    }
  }
}

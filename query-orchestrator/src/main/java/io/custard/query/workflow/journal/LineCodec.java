package io.custard.query.workflow.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.query.graph.Entry;
import io.custard.query.graph.Graph;
import io.custard.query.graph.StepKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** Between entries of a graph's journal, lines, and their JSON. */
@ApplicationScoped
public class LineCodec {
  private final ObjectMapper json;

  LineCodec(ObjectMapper json) {
    this.json = json;
  }

  String text(Entry entry) {
    String step = entry.step().name();
    long now = System.currentTimeMillis();
    return write(
        switch (entry) {
          case Entry.Started started ->
              new Line(Line.STARTED, now, step, started.attempt(), null, null, null, null, null);
          case Entry.Done done ->
              new Line(
                  Line.DONE,
                  now,
                  step,
                  done.attempt(),
                  done.millis(),
                  write(done.output()),
                  null,
                  null,
                  null);
          case Entry.Skipped skipped ->
              new Line(Line.SKIPPED, now, step, null, null, null, skipped.reason(), null, null);
          case Entry.Back back ->
              new Line(
                  Line.BACK, now, step, null, null, null, back.reason(), back.to().name(), null);
        });
  }

  String text(End end) {
    return write(
        new Line(Line.ENDED, System.currentTimeMillis(), null, null, null, null, null, null, end));
  }

  Line line(String text) {
    return read(text, Line.class);
  }

  /** Empty for the end, and for a step that a newer build has and this one has not. */
  public Optional<Entry> entry(Line line, Graph<?> graph) {
    return line.step() == null
        ? Optional.empty()
        : graph.key(line.step()).flatMap(step -> entry(line, step, graph));
  }

  private Optional<Entry> entry(Line line, StepKey<?> step, Graph<?> graph) {
    int attempt = Objects.requireNonNullElse(line.attempt(), 1);
    String reason = Objects.requireNonNullElse(line.reason(), "");
    return switch (line.kind()) {
      case Line.STARTED -> Optional.of(new Entry.Started(step, attempt));
      case Line.DONE ->
          Optional.of(
              new Entry.Done(
                  step,
                  attempt,
                  Objects.requireNonNullElse(line.millis(), 0L),
                  read(Objects.requireNonNull(line.output()), step.output())));
      case Line.SKIPPED -> Optional.of(new Entry.Skipped(step, reason));
      case Line.BACK ->
          graph
              .key(Objects.requireNonNullElse(line.to(), ""))
              .map(to -> new Entry.Back(step, to, reason));
      default -> Optional.empty();
    };
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("outputs are always writable", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal line cannot be read", e);
    }
  }
}

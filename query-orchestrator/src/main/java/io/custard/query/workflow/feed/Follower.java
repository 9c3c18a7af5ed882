package io.custard.query.workflow.feed;

import io.custard.query.sse.ServerEvent;
import io.custard.query.workflow.journal.End;
import io.custard.query.workflow.journal.Journals;
import io.custard.query.workflow.journal.Journals.Placed;
import io.custard.query.workflow.run.Workflow;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One reader's place in a workflow's journal. Asked by one stream, one look after the other. */
final class Follower {
  private static final ServerEvent STILL_HERE = ServerEvent.comment("still here");
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** A workflow may have ended in the table a moment before its last line is seen. */
  private static final int LOOKS_WITHOUT_LINE = 8;

  private final Journals journals;
  private final EventWriter writer;
  private final Workflow workflow;
  private final Supplier<Uni<Workflow>> again;
  private @Nullable String place;
  private @Nullable String half;
  private long heartbeatAt;
  private int silent;

  /**
   * @param again reads the workflow anew
   */
  Follower(
      Journals journals, EventWriter writer, Workflow workflow, Supplier<Uni<Workflow>> again) {
    this.journals = journals;
    this.writer = writer;
    this.workflow = workflow;
    this.again = again;
  }

  Follower from(Optional<EventId> last) {
    last.ifPresent(id -> {
      place = id.before();
      half = id.whole() ? null : id.line();
    });
    return this;
  }

  /** What to say now; often nothing. Never fails: what cannot be read now is looked for again. */
  Uni<List<ServerEvent>> look() {
    return journals
        .lines(workflow.key(), place)
        .chain(lines -> lines.isEmpty() ? nothingNew() : Uni.createFrom().item(told(lines)))
        .call(events ->
            isHeartbeat(events) ? journals.read(workflow.key()) : Uni.createFrom().voidItem())
        .onFailure()
        .recoverWithItem(List.of());
  }

  private static boolean isHeartbeat(List<ServerEvent> events) {
    return events.contains(STILL_HERE);
  }

  private List<ServerEvent> told(List<Placed> lines) {
    silent = 0;
    List<ServerEvent> events = new ArrayList<>();
    for (Placed placed : lines) {
      List<ServerEvent> all = writer.events(workflow.id(), placed);
      boolean begun = placed.id().equals(half);
      events.addAll(begun ? all.subList(Math.min(1, all.size()), all.size()) : all);
      place = placed.id();
    }
    half = null;
    return heartbeat(events);
  }

  /** The journal of a workflow that ended long ago is gone; its end is still told. */
  private Uni<List<ServerEvent>> nothingNew() {
    silent++;
    return silent % LOOKS_WITHOUT_LINE == 1 && silent > 1
        ? again.get().map(now -> now.end() == null ? heartbeat(new ArrayList<>()) : end(now.end()))
        : Uni.createFrom().item(heartbeat(new ArrayList<>()));
  }

  private List<ServerEvent> end(End end) {
    return writer.end(workflow.id(), place == null ? "0-1" : place, end);
  }

  private List<ServerEvent> heartbeat(List<ServerEvent> events) {
    long now = System.nanoTime();
    if (heartbeatAt == 0 || now - heartbeatAt > HEARTBEAT.toNanos()) {
      heartbeatAt = now;
      events.add(0, STILL_HERE);
    }
    return events;
  }
}

package io.custard.query.workflow.feed;

import io.custard.access.Caller;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.custard.query.sse.ServerEvent;
import io.custard.query.workflow.journal.Journals;
import io.custard.query.workflow.run.Workflows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows workflows, on whichever replica they run. A look is left out while the reader has not
 * taken what was said before, so nothing piles up.
 */
@ApplicationScoped
public class WorkflowFeed {
  private static final Duration EVERY = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST = 10_000;
  private static final int MOST_OF_ONE = 50;

  private final Workflows workflows;
  private final Journals journals;
  private final EventWriter writer;
  private final Map<UserId, Integer> open = new ConcurrentHashMap<>();

  WorkflowFeed(Workflows workflows, Journals journals, EventWriter writer) {
    this.workflows = workflows;
    this.journals = journals;
    this.writer = writer;
  }

  /**
   * From behind the event named on. Fails with {@code QUERY_WORKFLOW_NOT_FOUND}, and with {@code
   * QUERY_STREAM_LIMIT} when there are too many streams.
   */
  public Uni<Multi<ServerEvent>> follow(Caller caller, QueryId id, @Nullable String lastEventId) {
    refuseTooMany(caller.userId());
    return workflows
        .find(caller, id)
        .map(workflow ->
            new Follower(journals, writer, workflow, () -> workflows.find(caller, id))
                .from(EventId.read(lastEventId)))
        .map(follower -> counted(events(follower), caller.userId()));
  }

  private Multi<ServerEvent> counted(Multi<ServerEvent> events, UserId who) {
    return events
        .onSubscription()
        .invoke(() -> open.merge(who, 1, Integer::sum))
        .onTermination()
        .invoke(() -> open.computeIfPresent(who, (same, n) -> n > 1 ? n - 1 : null));
  }

  private Multi<ServerEvent> events(Follower follower) {
    return Multi.createFrom()
        .ticks()
        .every(EVERY)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> follower.look())
        .onItem()
        .<ServerEvent>disjoint()
        .select()
        .first(event -> !event.equals(EventWriter.CLOSE))
        .select()
        .first(LONGEST);
  }

  private void refuseTooMany(UserId who) {
    int all = open.values().stream().mapToInt(Integer::intValue).sum();
    if (all >= MOST || open.getOrDefault(who, 0) >= MOST_OF_ONE) {
      throw new CustardException(
          ErrorCode.QUERY_STREAM_LIMIT, "Close some event streams, or ask again later.");
    }
  }
}

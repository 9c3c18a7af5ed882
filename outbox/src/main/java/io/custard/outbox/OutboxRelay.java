package io.custard.outbox;

import io.custard.outbox.Round.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes waiting rows, at least once and in order for each key. It runs when kicked and at every
 * tick, one run at a time; while the broker is away it pauses, longer each time, and the rows stay.
 * A row that is refused for its own sake is tried a few times and then set aside: it stays in the
 * table, visible, and holds up its key no longer.
 */
@ApplicationScoped
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final OutboxTable table;
  private final RecordPublisher publisher;
  private final OutboxConfig config;
  private final InstantSource clock;

  /** Kicks not yet served; a run that ends while more came starts again. */
  private final AtomicInteger kicks = new AtomicInteger();

  private volatile Pause pause = Pause.NONE;

  /** What became of one row. */
  private sealed interface Outcome {}

  private record Sent(long id) implements Outcome {}

  private record Refused(Refusal refusal) implements Outcome {}

  /** The broker could not be asked. */
  private record Away() implements Outcome {}

  @Inject
  OutboxRelay(OutboxTable table, RecordPublisher publisher, OutboxConfig config) {
    this(table, publisher, config, Clock.systemUTC());
  }

  OutboxRelay(
      OutboxTable table, RecordPublisher publisher, OutboxConfig config, InstantSource clock) {
    this.table = table;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /** Starts a run, or has the one under way look once more. */
  void kick() {
    run().subscribe().with(done -> {});
  }

  @Scheduled(every = "${custard.outbox.tick:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return run();
  }

  /** Never fails. */
  private Uni<Void> run() {
    if (paused() || kicks.getAndIncrement() > 0) {
      return Uni.createFrom().voidItem();
    }
    return drain().onFailure().recoverWithUni(this::failed).chain(this::again);
  }

  private Uni<Void> again() {
    return kicks.getAndSet(0) > 1 ? run() : Uni.createFrom().voidItem();
  }

  /** Round after round: the next row of a key becomes its head when the one before has gone. */
  private Uni<Void> drain() {
    return table
        .withHeads(config.batch(), this::publishAll)
        .chain(gone -> gone == 0 || paused() ? Uni.createFrom().voidItem() : drain());
  }

  private Uni<Round> publishAll(List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(Round.NOTHING);
    }
    return Uni.join()
        .all(rows.stream().map(this::published).toList())
        .andFailFast()
        .invoke(this::pauseWhenAway)
        .map(OutboxRelay::round);
  }

  private void pauseWhenAway(List<Outcome> outcomes) {
    boolean away = outcomes.stream().anyMatch(Away.class::isInstance);
    pause = away ? longerPause() : Pause.NONE;
  }

  private static Round round(List<Outcome> outcomes) {
    List<Long> sent = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Sent done -> sent.add(done.id());
        case Refused no -> refused.add(no.refusal());
        case Away away -> {
          // stays as it is
        }
      }
    }
    return new Round(sent, refused);
  }

  /** Never fails. */
  private Uni<Outcome> published(OutboxRow row) {
    return publisher
        .publish(row)
        .<Outcome>map(done -> new Sent(row.id()))
        .onFailure(RecordRefused.class)
        .recoverWithItem(e -> refused(row, e))
        .onFailure()
        .invoke(e -> LOG.warnf("Not published, will retry outboxId=%d: %s", row.id(), e))
        .onFailure()
        .recoverWithItem(e -> new Away());
  }

  private Outcome refused(OutboxRow row, Throwable failure) {
    String cause = String.valueOf(failure.getMessage());
    int attempts = row.attempts() + 1;
    if (attempts >= config.mostRefusals()) {
      LOG.errorf(
          "Record set aside after %d refusals, it stays in the outbox outboxId=%d cause=%s",
          attempts, row.id(), cause);
      return new Refused(new Refusal(row.id(), cause, null));
    }
    LOG.warnf("Record refused, will retry outboxId=%d cause=%s", row.id(), cause);
    return new Refused(new Refusal(row.id(), cause, config.firstPause().multipliedBy(attempts)));
  }

  private Uni<Void> failed(Throwable failure) {
    LOG.warnf("The outbox cannot be read, will retry: %s", failure);
    pause = longerPause();
    return Uni.createFrom().voidItem();
  }

  private Pause longerPause() {
    return pause.longer(clock.instant(), config.firstPause(), config.longestPause());
  }

  private boolean paused() {
    return pause.lasts(clock.instant());
  }
}

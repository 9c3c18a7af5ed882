package io.custard.connection.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes waiting rows, at least once and in order for each key. It runs when kicked and at every
 * tick, one run at a time; after a failure it pauses, longer each time, and the rows stay.
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

  @Scheduled(
      every = "${custard.connection.outbox.tick:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
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

  private Uni<List<Long>> publishAll(List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return Uni.join()
        .all(rows.stream().map(this::published).toList())
        .andFailFast()
        .map(ids -> ids.stream().flatMap(Optional::stream).toList())
        .invoke(gone -> pause = gone.size() == rows.size() ? Pause.NONE : longerPause());
  }

  /** The row's id once the broker has it, empty when it refused. */
  private Uni<Optional<Long>> published(OutboxRow row) {
    return publisher
        .publish(row)
        .map(sent -> Optional.of(row.id()))
        .onFailure()
        .invoke(e -> LOG.warnf("Not published, will retry outboxId=%d: %s", row.id(), e))
        .onFailure()
        .recoverWithItem(Optional.empty());
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

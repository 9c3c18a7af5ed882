package io.custard.query.history;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Everybody's history. What ends is written behind the answer, a moment later and together with
 * others; when that is not possible it is dropped rather than hold anybody up.
 */
@ApplicationScoped
public class History {
  private static final Logger LOG = Logger.getLogger(History.class);
  private static final int STOP_SECONDS = 5;

  private final HistoryQueue queue;
  private final HistoryWrites writes;
  private final HistoryConfig config;

  History(HistoryWrites writes, HistoryConfig config) {
    this.writes = writes;
    this.config = config;
    this.queue =
        new HistoryQueue(config.waiting(), config.waitingCharacters(), config.batch(), writes::add);
  }

  /** Never waits and never fails. */
  public void record(Told told) {
    queue.add(told);
  }

  /** Deletes one of somebody's rows; false: they have none of this id. */
  public Uni<Boolean> delete(OrganisationId organisation, UserId user, UUID id) {
    return writes.delete(organisation, user, id);
  }

  /** Deletes all of somebody's rows in one organisation, also those that are not written yet. */
  public Uni<Void> deleteAll(OrganisationId organisation, UserId user) {
    return queue.flush().chain(queue::flush).chain(() -> writes.deleteAll(organisation, user));
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(config.pause().toMillis(), now -> flush());
  }

  private void flush() {
    if (!queue.isEmpty()) {
      queue.flush().subscribe().with(done -> {});
    }
  }

  /** What waits is written before we go, or lost after a few seconds. */
  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    try {
      queue
          .flush()
          .chain(queue::flush)
          .subscribeAsCompletionStage()
          .get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("The rest of the history is lost cause=%s", e.getClass().getSimpleName());
    }
  }
}

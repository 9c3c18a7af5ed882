package io.custard.query.history;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Every hour: deletes what is older than it is kept, in steps that hold up nobody. Several replicas
 * may do so at once; each deletes what no other one is deleting.
 */
@ApplicationScoped
class HistoryRetention {
  private static final Logger LOG = Logger.getLogger(HistoryRetention.class);
  private static final long EVERY_MILLIS = Duration.ofHours(1).toMillis();
  private static final long FIRST_MILLIS = Duration.ofMinutes(1).toMillis();

  private final HistoryWrites writes;
  private final HistoryConfig config;

  HistoryRetention(HistoryWrites writes, HistoryConfig config) {
    this.writes = writes;
    this.config = config;
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    long first = FIRST_MILLIS + ThreadLocalRandom.current().nextLong(FIRST_MILLIS);
    vertx.setPeriodic(first, EVERY_MILLIS, now -> prune().subscribe().with(done -> {}));
  }

  /** Never fails. */
  Uni<Void> prune() {
    Duration age = config.retention();
    return age.isZero() || age.isNegative()
        ? Uni.createFrom().voidItem()
        : prune(age, config.pruneSteps())
            .onFailure()
            .invoke(e -> LOG.warnf("The history was not pruned, will retry: %s", e))
            .onFailure()
            .recoverWithNull();
  }

  private Uni<Void> prune(Duration age, int steps) {
    return writes
        .prune(age, config.pruneStep())
        .chain(gone ->
            gone < config.pruneStep() || steps <= 1
                ? Uni.createFrom().voidItem()
                : prune(age, steps - 1));
  }
}

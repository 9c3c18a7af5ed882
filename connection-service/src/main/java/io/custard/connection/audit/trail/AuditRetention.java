package io.custard.connection.audit.trail;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Deletes events that are older than they are kept, in steps that hold up nobody. */
@ApplicationScoped
class AuditRetention {
  private static final Logger LOG = Logger.getLogger(AuditRetention.class);

  private final AuditWrites events;
  private final AuditConfig config;

  AuditRetention(AuditWrites events, AuditConfig config) {
    this.events = events;
    this.config = config;
  }

  /** Several replicas may run at once; each deletes what no other one is deleting. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return config.retention().isZero() || config.retention().isNegative()
        ? Uni.createFrom().voidItem()
        : prune(config.pruneSteps())
            .onFailure()
            .invoke(e -> LOG.warnf("The audit log was not pruned, will retry: %s", e))
            .onFailure()
            .recoverWithNull();
  }

  private Uni<Void> prune(int steps) {
    return events
        .prune(config.retention(), config.pruneStep())
        .chain(gone ->
            gone < config.pruneStep() || steps <= 1
                ? Uni.createFrom().voidItem()
                : prune(steps - 1));
  }
}

package io.custard.access.view;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Asks once a second what changed in the view, whichever replica wrote it: one small query for the
 * whole replica, in place of one for each request.
 */
@ApplicationScoped
class ViewWatch {
  private static final Logger LOG = Logger.getLogger(ViewWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ViewReads reads;
  private final IdentityView view;
  private final Vertx vertx;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long horizon;
  private volatile long timer = -1;
  private volatile boolean failing;

  ViewWatch(ViewReads reads, IdentityView view, Vertx vertx) {
    this.reads = reads;
    this.view = view;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent started) {
    look();
    timer = vertx.setPeriodic(EVERY.toMillis(), tick -> look());
  }

  void stop(@Observes ShutdownEvent stopped) {
    vertx.cancelTimer(timer);
  }

  private void look() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    long asOf = System.nanoTime();
    reads
        .changes(horizon)
        .onTermination()
        .invoke(() -> looking.set(false))
        .subscribe()
        .with(changes -> found(changes, asOf), this::failed);
  }

  private void found(Changes changes, long asOf) {
    view.confirm(changes, asOf);
    horizon = changes.horizon();
    failing = false;
  }

  private void failed(Throwable cause) {
    if (!failing) {
      failing = true;
      LOG.warnf("The identity view cannot be watched: %s", cause.getCause());
    }
  }
}

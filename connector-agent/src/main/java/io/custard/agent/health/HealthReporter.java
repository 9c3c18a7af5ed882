package io.custard.agent.health;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.Health;
import io.custard.protocol.agent.Probe;
import io.custard.protocol.agent.Probed;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Probes the database and reports; says in the log only what changed. However many ask, one probe
 * is under way at a time, and whoever asks has an answer after {@value #PROBE_MILLIS} ms.
 */
public final class HealthReporter {
  private static final Logger LOG = Logger.getLogger(HealthReporter.class);
  private static final String NEVER_SEEN = "unknown";
  private static final long FIRST_LOOK_MILLIS = 3_000;
  private static final long PROBE_MILLIS = 8_000;

  private final Database database;
  private final SelfReport self;
  private String last = Health.UNKNOWN;
  private Health lastSeen =
      new Health(Health.UNKNOWN, null, null, null, 0, null, null, null, null, null);
  private String version = NEVER_SEEN;
  private @Nullable Future<Checkup> underWay;

  public HealthReporter(Database database, SelfReport self) {
    this.database = database;
    this.self = self;
  }

  public SelfReport self() {
    return self;
  }

  /**
   * The engine for the greeting; its version is {@code unknown} while the database is away. A dead
   * database must not hold up the link, so the first look is short and there is no second.
   */
  public Future<EngineDescription> engine() {
    Future<Health> seen =
        version.equals(NEVER_SEEN) ? look(false) : Future.failedFuture("seen before");
    return seen.timeout(FIRST_LOOK_MILLIS, TimeUnit.MILLISECONDS)
        .transform(
            looked -> Future.succeededFuture(new EngineDescription(database.dialect(), version)));
  }

  /** Sends one report. */
  public void report(OutgoingFrames out, boolean draining) {
    look(draining).onSuccess(out::send);
  }

  /** Says at once that the link is being left, with what is known of the database. */
  public void announceDraining(OutgoingFrames out) {
    Health known = lastSeen;
    out.send(
        new Health(
            known.database(),
            known.code(),
            known.message(),
            known.roleWarning(),
            self.inFlight().getAsInt(),
            known.roleFindings(),
            known.roleRepair(),
            true,
            self.policy().get(),
            self.ledger().get()));
  }

  /** Answers at once, or with a fresh look at the database when that is asked for. */
  public void answer(Probe probe, OutgoingFrames out, boolean draining) {
    if (Boolean.TRUE.equals(probe.database())) {
      look(draining).onSuccess(health -> out.send(new Probed(probe.probeId(), health)));
    } else {
      out.send(new Probed(probe.probeId(), null));
    }
  }

  private Future<Health> look(boolean draining) {
    return probe()
        .timeout(PROBE_MILLIS, TimeUnit.MILLISECONDS)
        .map(checkup -> green(checkup, draining))
        .otherwise(failure -> red(failure, draining))
        .onSuccess(this::note);
  }

  /** Whether the database answered the last probe. */
  public boolean isGreen() {
    return lastSeen.database().equals(Health.GREEN);
  }

  private Future<Checkup> probe() {
    Future<Checkup> current = underWay;
    if (current == null) {
      current = database.probe();
      underWay = current;
      current.onComplete(looked -> underWay = null);
    }
    return current;
  }

  private Health green(Checkup checkup, boolean draining) {
    version = checkup.version();
    return new Health(
        Health.GREEN,
        null,
        null,
        checkup.roleWarning(),
        self.inFlight().getAsInt(),
        checkup.roleFindings(),
        checkup.roleRepair(),
        draining,
        self.policy().get(),
        self.ledger().get());
  }

  private Health red(Throwable failure, boolean draining) {
    CustardException known = known(failure);
    return new Health(
        Health.RED,
        known.code().name(),
        known.detail(),
        null,
        self.inFlight().getAsInt(),
        null,
        null,
        draining,
        self.policy().get(),
        self.ledger().get());
  }

  private static CustardException known(Throwable failure) {
    if (failure instanceof CustardException expected) {
      return expected;
    }
    if (failure instanceof TimeoutException) {
      return new CustardException(
          ErrorCode.AGENT_DATABASE_UNAVAILABLE, "The database does not answer in time.");
    }
    LOG.error("The database could not be probed", failure);
    return new CustardException(ErrorCode.INTERNAL_ERROR, "The agent failed; its log says why.");
  }

  private void note(Health health) {
    lastSeen = health;
    String now = health.database() + health.code() + health.roleWarning();
    if (now.equals(last)) {
      return;
    }
    last = now;
    if (health.database().equals(Health.GREEN)) {
      LOG.infof("Database answers version=%s", version);
      if (health.roleWarning() != null) {
        LOG.warn(health.roleWarning());
        LOG.infof("Statements that make a right role:%n%s", health.roleRepair());
      }
    } else {
      LOG.warnf("Database away errorCode=%s: %s", health.code(), health.message());
    }
  }
}

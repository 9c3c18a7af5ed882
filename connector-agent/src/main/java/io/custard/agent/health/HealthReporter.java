package io.custard.agent.health;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.EngineDescription;
import io.custard.protocol.agent.Health;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Probes the database and reports; says in the log only what changed. */
public final class HealthReporter {
  private static final Logger LOG = Logger.getLogger(HealthReporter.class);
  private static final String NEVER_SEEN = "unknown";
  private static final long FIRST_LOOK_MILLIS = 3_000;

  private final Database database;
  private final IntSupplier inFlight;
  private String last = Health.UNKNOWN;
  private String version = NEVER_SEEN;
  private boolean probing;

  public HealthReporter(Database database, IntSupplier inFlight) {
    this.database = database;
    this.inFlight = inFlight;
  }

  /**
   * The engine for the greeting; its version is {@code unknown} while the database is away. A dead
   * database must not hold up the link, so the first look is short and there is no second.
   */
  public Future<EngineDescription> engine() {
    Future<Health> seen = version.equals(NEVER_SEEN) ? probe() : Future.failedFuture("seen before");
    return seen.timeout(FIRST_LOOK_MILLIS, TimeUnit.MILLISECONDS)
        .transform(
            looked -> Future.succeededFuture(new EngineDescription(database.dialect(), version)));
  }

  /** Sends one report, unless the one before is still being made. */
  public void report(OutgoingFrames out) {
    if (probing) {
      return;
    }
    probing = true;
    probe().onComplete(health -> probing = false).onSuccess(out::send);
  }

  private Future<Health> probe() {
    return database.probe().map(this::green).otherwise(this::red).onSuccess(this::note);
  }

  /** Whether the database answered the last probe. */
  public boolean isGreen() {
    return last.startsWith(Health.GREEN);
  }

  private Health green(Checkup checkup) {
    version = checkup.version();
    return new Health(
        Health.GREEN,
        null,
        null,
        checkup.roleWarning(),
        inFlight.getAsInt(),
        checkup.roleFindings(),
        checkup.roleRepair());
  }

  private Health red(Throwable failure) {
    CustardException known =
        failure instanceof CustardException expected
            ? expected
            : new CustardException(
                ErrorCode.INTERNAL_ERROR, "The agent failed; its log says why.", failure);
    return new Health(
        Health.RED, known.code().name(), known.detail(), null, inFlight.getAsInt(), null, null);
  }

  private void note(Health health) {
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

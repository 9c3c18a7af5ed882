package io.custard.agent.schema;

import io.custard.agent.database.Database;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.custard.protocol.agent.Discover;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers a {@code discover}: tables one by one, then the fingerprint; or why not. One discovery
 * reads the database at a time, a few wait for it. What was sent is remembered for each link, so
 * that the next answer can be only what changed.
 */
public final class Discovery {
  private static final Logger LOG = Logger.getLogger(Discovery.class);
  private static final int MOST_WAITING = 8;

  private final Database database;
  private final FingerprintFactory fingerprints;
  private final UnaryOperator<TableDescription> telling;
  private final Map<OutgoingFrames, SentSchema> bases = new HashMap<>();
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private @Nullable DiscoveryRun running;
  private Optional<String> lastFingerprint = Optional.empty();

  private record Asked(Discover discover, OutgoingFrames out) {}

  /** Makes one fingerprint for each discovery. */
  @FunctionalInterface
  public interface FingerprintFactory {
    Fingerprint begin();
  }

  /**
   * A discovery.
   *
   * @param telling what is told of a table; called for each
   */
  public Discovery(
      Database database, FingerprintFactory fingerprints, UnaryOperator<TableDescription> telling) {
    this.database = database;
    this.fingerprints = fingerprints;
    this.telling = telling;
  }

  /** Of the schema this process sent last, over whichever link. */
  public Optional<String> lastFingerprint() {
    return lastFingerprint;
  }

  public void run(Discover discover, OutgoingFrames out) {
    if (running == null) {
      begin(new Asked(discover, out));
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(new Asked(discover, out));
    } else {
      refuse(
          discover.discoveryId(), ErrorCode.AGENT_BUSY, "The agent reads the schema already.", out);
    }
  }

  /** Answers a discovery that is not begun. */
  public void refuse(String discoveryId, ErrorCode code, String sentence, OutgoingFrames out) {
    out.send(new SchemaFailed(discoveryId, code.name(), sentence));
  }

  /** The link is gone, and with it everybody who asked over it. */
  public void abandon(OutgoingFrames link) {
    bases.remove(link);
    waiting.removeIf(asked -> asked.out() == link);
    DiscoveryRun now = running;
    if (now != null && now.out() == link) {
      now.abandon();
    }
  }

  private void begin(Asked asked) {
    Optional<SentSchema> base =
        Boolean.TRUE.equals(asked.discover().changesOnly())
            ? Optional.ofNullable(bases.get(asked.out()))
            : Optional.empty();
    DiscoveryRun run =
        new DiscoveryRun(asked.discover().discoveryId(), asked.out(), fingerprints.begin(), base);
    running = run;
    long start = System.nanoTime();
    database
        .discover(found -> run.take(telling.apply(found)))
        .map(tables -> completed(run, tables, start))
        .otherwise(failure -> failed(run, failure))
        .onComplete(over -> next());
  }

  private void next() {
    running = null;
    Asked asked = waiting.poll();
    if (asked != null) {
      begin(asked);
    }
  }

  /** Only a discovery that came to its end is a base; one that broke off leaves the one before. */
  private Future<Void> completed(DiscoveryRun run, int tables, long startNanos) {
    if (run.isAbandoned()) {
      return Future.succeededFuture();
    }
    SchemaEnd end = run.end(tables);
    bases.remove(run.out());
    run.asBase().ifPresent(base -> bases.put(run.out(), base));
    lastFingerprint = Optional.of(end.fingerprint());
    LOG.infof(
        "Schema sent tables=%d sent=%d durationMs=%d",
        tables, run.sent(), (System.nanoTime() - startNanos) / 1_000_000);
    return run.out().send(end);
  }

  private Future<Void> failed(DiscoveryRun run, Throwable failure) {
    if (run.isAbandoned()) {
      return Future.succeededFuture();
    }
    ErrorCode code = ErrorCode.INTERNAL_ERROR;
    String sentence = "The agent failed; its log says why.";
    if (failure instanceof CustardException expected) {
      code = expected.code();
      sentence = expected.detail();
      LOG.warnf("Schema not read errorCode=%s", code);
    } else {
      LOG.errorf(failure, "Schema not read errorCode=%s", code);
    }
    return run.out().send(new SchemaFailed(run.discoveryId(), code.name(), sentence));
  }
}

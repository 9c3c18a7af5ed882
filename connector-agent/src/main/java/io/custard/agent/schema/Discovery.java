package io.custard.agent.schema;

import io.custard.agent.database.Database;
import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaFailed;
import io.custard.protocol.agent.SchemaTable;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Answers a {@code discover}: tables one by one, then the fingerprint; or why not. */
public final class Discovery {
  private static final Logger LOG = Logger.getLogger(Discovery.class);

  private final Database database;
  private final FingerprintFactory fingerprints;
  private final UnaryOperator<TableDescription> telling;

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

  public void run(String discoveryId, OutgoingFrames out) {
    long start = System.nanoTime();
    Fingerprint fingerprint = fingerprints.begin();
    database
        .discover(found -> {
          TableDescription table = telling.apply(found);
          fingerprint.add(table);
          return out.send(new SchemaTable(discoveryId, table));
        })
        .onSuccess(tables -> {
          out.send(new SchemaEnd(discoveryId, tables, fingerprint.finish(), null, null));
          LOG.infof(
              "Schema sent tables=%d durationMs=%d",
              tables, (System.nanoTime() - start) / 1_000_000);
        })
        .onFailure(failure -> failed(discoveryId, failure, out));
  }

  private static void failed(String discoveryId, Throwable failure, OutgoingFrames out) {
    ErrorCode code = ErrorCode.INTERNAL_ERROR;
    String sentence = "The agent failed; its log says why.";
    if (failure instanceof CustardException expected) {
      code = expected.code();
      sentence = expected.detail();
      LOG.warnf("Schema not read errorCode=%s", code);
    } else {
      LOG.errorf(failure, "Schema not read errorCode=%s", code);
    }
    out.send(new SchemaFailed(discoveryId, code.name(), sentence));
  }
}

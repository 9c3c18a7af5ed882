package io.custard.agent.schema;

import io.custard.agent.frames.OutgoingFrames;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.protocol.agent.SchemaEnd;
import io.custard.protocol.agent.SchemaTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One discovery under way: decides table by table whether it has to be sent. */
final class DiscoveryRun {
  /** A gateway that takes no table for so long is as good as gone. */
  private static final long SEND_MILLIS = 30_000;

  private final OutgoingFrames out;
  private final Fingerprint fingerprint;
  private final Optional<SentSchema> base;
  private final SentSchema sending;
  private boolean abandoned;
  private int sent;

  /**
   * @param base what the changes build on; empty: every table is sent
   */
  DiscoveryRun(
      String discoveryId, OutgoingFrames out, Fingerprint fingerprint, Optional<SentSchema> base) {
    this.out = out;
    this.fingerprint = fingerprint;
    this.base = base;
    this.sending = new SentSchema(discoveryId);
  }

  OutgoingFrames out() {
    return out;
  }

  String discoveryId() {
    return sending.discoveryId();
  }

  Future<Void> take(TableDescription table) {
    if (abandoned) {
      return Future.failedFuture(
          new CustardException(ErrorCode.AGENT_LINK_LOST, "Nobody waits for the schema."));
    }
    TableName name = new TableName(table.schema(), table.name());
    var hash = fingerprint.add(table);
    sending.add(name, hash);
    if (base.filter(before -> before.has(name, hash)).isPresent()) {
      return Future.succeededFuture();
    }
    sent++;
    return out.send(new SchemaTable(discoveryId(), table))
        .timeout(SEND_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The last frame. */
  SchemaEnd end(int tables) {
    Optional<List<TableName>> gone = base.map(before -> before.goneFrom(sending));
    return new SchemaEnd(
        discoveryId(),
        tables,
        fingerprint.finish(),
        base.map(SentSchema::discoveryId).orElse(null),
        gone.orElse(null));
  }

  /** What the next one can build on, once the end was sent. */
  Optional<SentSchema> asBase() {
    return sending.asBase();
  }

  int sent() {
    return sent;
  }

  /** The link is gone: the database is left alone as soon as possible. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }
}

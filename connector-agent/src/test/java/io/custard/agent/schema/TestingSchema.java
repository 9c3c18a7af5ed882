package io.custard.agent.schema;

import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.database.ResultShape;
import io.custard.agent.database.RowCursor;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.TableDescription;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.Function;

/** A database that has a schema and nothing else; it breaks off and waits as a test wishes. */
final class TestingSchema implements Database {
  private List<TableDescription> tables = List.of();
  private int breaksAfter = Integer.MAX_VALUE;
  private Promise<Void> gate = Promise.promise();
  private int running;
  private int mostAtOnce;

  TestingSchema() {
    gate.complete();
  }

  void has(TableDescription... now) {
    tables = List.of(now);
  }

  void breaksAfter(int sent) {
    breaksAfter = sent;
  }

  void hold() {
    gate = Promise.promise();
  }

  void release() {
    gate.complete();
  }

  int running() {
    return running;
  }

  int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public Future<Integer> discover(Function<TableDescription, Future<Void>> reader) {
    running++;
    mostAtOnce = Math.max(mostAtOnce, running);
    return gate.future().compose(open -> read(reader)).onComplete(over -> running--);
  }

  private Future<Integer> read(Function<TableDescription, Future<Void>> reader) {
    Future<Void> sent = Future.succeededFuture();
    for (int i = 0; i < Math.min(breaksAfter, tables.size()); i++) {
      TableDescription table = tables.get(i);
      sent = sent.compose(before -> reader.apply(table));
    }
    return breaksAfter <= tables.size()
        ? sent.compose(before ->
            Future.failedFuture(
                new CustardException(
                    ErrorCode.AGENT_DATABASE_UNAVAILABLE, "The database does not answer.")))
        : sent.map(tables.size());
  }

  @Override
  public String dialect() {
    return "postgresql";
  }

  @Override
  public Future<Checkup> probe() {
    return Future.succeededFuture(Checkup.clean("17"));
  }

  @Override
  public Future<RowCursor> open(String sql, ResultShape shape, long timeoutMillis) {
    return Future.failedFuture("no rows here");
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}

package io.custard.query.sample;

import io.custard.problem.CustardException;
import io.custard.protocol.Exposure;
import io.custard.protocol.TableDescription;
import io.custard.protocol.TableName;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Examples of what columns hold, for a prompt. At {@code schema_only} nothing is asked of the
 * database. One statement for each table, for the first {@link #MOST_TABLES} that have a column
 * worth it; what is not there in {@link #PATIENCE} is left out, and a question never fails for it.
 */
@ApplicationScoped
public class SampleValues {
  private static final Logger LOG = Logger.getLogger(SampleValues.class);
  private static final int MOST_TABLES = 8;

  /** An agent runs few statements at a time, and others wait for it too. */
  private static final int AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ReadSamples samples;
  private final SampleCache cache = new SampleCache();

  SampleValues(ReadSamples samples) {
    this.samples = samples;
  }

  /**
   * Of the tables that will be shown. Never fails; completes on a worker thread, or at once where
   * there is nothing to do. Call it on a worker thread.
   *
   * @param asker on whose behalf, for the ledger and the audit log
   */
  public Uni<ModelValues> of(Connection connection, List<TableDescription> tables, Asker asker) {
    List<SampledTable> wanted =
        connection.exposure() == Exposure.SCHEMA_ONLY ? List.of() : wanted(tables);
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(ModelValues.NONE);
    }
    Map<TableName, TableValues> found = new ConcurrentHashMap<>();
    return Multi.createFrom()
        .iterable(wanted)
        .onItem()
        .transformToUni(table ->
            values(connection, table, asker).invoke(values -> found.put(table.name(), values)))
        .merge(AT_ONCE)
        .onItem()
        .ignoreAsUni()
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithUni(() -> late(connection, wanted, found))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(done -> ModelValues.of(wanted, Map.copyOf(found)));
  }

  private static List<SampledTable> wanted(List<TableDescription> tables) {
    return tables.stream()
        .map(SampledTable::of)
        .flatMap(Optional::stream)
        .limit(MOST_TABLES)
        .toList();
  }

  private Uni<TableValues> values(Connection connection, SampledTable table, Asker asker) {
    TableValues kept = cache.get(connection, table);
    return kept != null
        ? Uni.createFrom().item(kept)
        : Uni.createFrom()
            .deferred(() -> samples.read(connection, table, asker))
            .onFailure()
            .recoverWithItem(failure -> unknown(connection, failure))
            .invoke(values -> cache.put(connection, table, values));
  }

  /** The next questions do not wait for the same again. */
  private Uni<Void> late(
      Connection connection, List<SampledTable> wanted, Map<TableName, TableValues> found) {
    LOG.infof(
        "Values were not sampled in time connectionId=%s tables=%d",
        connection.id(), wanted.size() - found.size());
    wanted.stream()
        .filter(table -> !found.containsKey(table.name()))
        .forEach(table -> cache.put(connection, table, TableValues.NONE));
    return Uni.createFrom().voidItem();
  }

  private static TableValues unknown(Connection connection, Throwable failure) {
    String code =
        failure instanceof CustardException known
            ? known.code().name()
            : failure.getClass().getSimpleName();
    LOG.infof("No values were sampled connectionId=%s errorCode=%s", connection.id(), code);
    return TableValues.NONE;
  }
}

package io.custard.query.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.TableDescription;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes the meanings of schemas, one schema after the other. What it computed of a text it keeps
 * for the organisation it is of, at most 20,000 of about 700 bytes, so that a new version of a
 * schema costs no more than its changed tables.
 */
@ApplicationScoped
public class Meanings {
  /** A schema with more tables is searched by words alone. */
  private static final int MOST_TABLES = 5_000;

  private static final int KEPT = 20_000;
  private static final int WAITING = 16;
  private static final long IDLE_SECONDS = 30;

  private record Key(OrganisationId owner, String fingerprint) {}

  private final TextVectors vectors;
  private final Executor executor;
  private final Cache<Key, QuantisedVector> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  @Inject
  Meanings(TextVectors vectors) {
    this(vectors, oneThread());
  }

  /**
   * @param executor where the meanings of tables are computed
   */
  public Meanings(TextVectors vectors, Executor executor) {
    this.vectors = vectors;
    this.executor = executor;
  }

  private static ExecutorService oneThread() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("table-meanings").factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Of the tables of one of an organisation's schemas, in their order. Computes nothing yet. */
  public TableMeanings of(OrganisationId owner, List<TableDescription> tables) {
    return tables.size() > MOST_TABLES
        ? TableMeanings.NONE
        : new TableMeanings(
            tables.stream().map(Wording::of).toList(),
            vectors,
            wording -> vector(owner, wording),
            executor);
  }

  private Optional<QuantisedVector> vector(OrganisationId owner, Wording wording) {
    Key key = new Key(owner, wording.fingerprint());
    QuantisedVector known = kept.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<QuantisedVector> computed = vectors.of(wording).map(QuantisedVector::of);
    computed.ifPresent(vector -> kept.put(key, vector));
    return computed;
  }

  @PreDestroy
  void stop() {
    if (executor instanceof ExecutorService service) {
      service.shutdownNow();
    }
  }
}

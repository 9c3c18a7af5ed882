package io.custard.query.example;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.guard.Dialect;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.query.check.CheckStatement;
import io.custard.query.connection.Connection;
import io.custard.query.guard.StatementGuard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds the verified examples of a connection that are most like a question. Each is held against
 * the newest schema before it is used: one whose tables or columns are gone is stale until they are
 * there again. Other replicas see a change a few seconds later.
 */
@ApplicationScoped
public class FindExamples {
  private static final Logger LOG = Logger.getLogger(FindExamples.class);
  private static final int CONNECTIONS = 200;
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration DEADLINE = Duration.ofMillis(800);

  /** How many are looked at for each that is wanted: some may be stale. */
  private static final int SPARE = 3;

  private record Key(OrganisationId organisation, ConnectionId connection) {}

  private final Examples examples;
  private final StatementGuard guard;
  private final CheckStatement checks;
  private final Cache<Key, ExampleIndex> indexes =
      Caffeine.newBuilder().maximumSize(CONNECTIONS).expireAfterWrite(FRESH).build();

  FindExamples(Examples examples, StatementGuard guard, CheckStatement checks) {
    this.examples = examples;
    this.guard = guard;
    this.checks = checks;
  }

  /** The most similar first; none when they cannot be found in time. Never fails. */
  public Uni<List<Example>> of(Connection connection, String question, int atMost) {
    return index(connection)
        .onItem()
        .transformToMulti(
            index -> Multi.createFrom().iterable(index.like(question, SPARE * atMost)))
        .onItem()
        .transformToUniAndConcatenate(kept -> held(connection, kept))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .select()
        .first(atMost)
        .collect()
        .asList()
        .ifNoItem()
        .after(DEADLINE)
        .fail()
        .onFailure()
        .invoke(cause ->
            LOG.warnf(
                "No examples found connectionId=%s cause=%s",
                connection.id(), cause.getClass().getSimpleName()))
        .onFailure()
        .recoverWithItem(List.of());
  }

  /** Forgets what is kept of a connection after one of its examples changed. */
  public void changed(Connection connection) {
    indexes.invalidate(new Key(connection.organisationId(), connection.id()));
  }

  private Uni<ExampleIndex> index(Connection connection) {
    Key key = new Key(connection.organisationId(), connection.id());
    ExampleIndex known = indexes.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(known)
        : examples
            .of(key.organisation(), key.connection())
            .map(ExampleIndex::new)
            .invoke(made -> indexes.put(key, made));
  }

  /** Empty when it may not be used now. */
  private Uni<Optional<Example>> held(Connection connection, Kept kept) {
    Verdict.Accepted accepted;
    try {
      accepted = guard.accept(connection, kept.sql());
    } catch (CustardException refused) {
      return Uni.createFrom()
          .item(Optional.<Example>empty())
          .invoke(() -> judged(connection, kept, false));
    }
    return checks
        .findings(connection, accepted)
        .map(findings -> findings.problems().isEmpty())
        .invoke(holds -> judged(connection, kept, holds))
        .chain(holds ->
            holds
                ? shown(connection, kept, accepted)
                : Uni.createFrom().item(Optional.<Example>empty()));
  }

  private Uni<Optional<Example>> shown(
      Connection connection, Kept kept, Verdict.Accepted accepted) {
    return checks
        .columns(connection, accepted)
        .map(columns ->
            Dialect.of(connection.dialect())
                .flatMap(
                    dialect -> new ShownSql(dialect, kept.question(), columns).of(accepted.sql()))
                .map(sql -> new Example(kept.id(), kept.question(), sql)));
  }

  private void judged(Connection connection, Kept kept, boolean verified) {
    if (verified != kept.verified()) {
      changed(connection);
      examples
          .judged(connection.organisationId(), kept.id(), verified)
          .subscribe()
          .with(
              done -> {},
              cause -> LOG.debugf("Not noted cause=%s", cause.getClass().getSimpleName()));
    }
  }
}

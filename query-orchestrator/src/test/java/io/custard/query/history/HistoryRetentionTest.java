package io.custard.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "query"))
class HistoryRetentionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject HistoryRetention retention;
  @Inject Pool pool;

  @Test
  void whatIsOlderThanItIsKeptIsDeletedAndFeedbackToo() {
    UUID organisation = UUID.randomUUID();
    history(organisation, 366);
    history(organisation, 364);
    feedback(organisation, 366);
    feedback(organisation, 364);

    retention.prune().await().atMost(PATIENCE);

    assertThat(count("history", organisation)).isEqualTo(1);
    assertThat(count("feedback", organisation)).isEqualTo(1);
  }

  private void history(UUID organisation, int days) {
    write(
        """
        insert into query.history (id, organisation_id, user_id, connection_id, kind, outcome,
          truncated, total_ms, words, created_at)
        values (gen_random_uuid(), $1, $1, $1, 'sql', 'answered', false, 1, '',
          now() - make_interval(days => $2))
        """,
        Tuple.of(organisation, days));
  }

  private void feedback(UUID organisation, int days) {
    write(
        """
        insert into query.feedback (organisation_id, query_id, user_id, rating, connection_id,
          given_at)
        values ($1, gen_random_uuid(), $1, 'up', $1, now() - make_interval(days => $2))
        """,
        Tuple.of(organisation, days));
  }

  private void write(String sql, Tuple values) {
    pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
  }

  private long count(String table, UUID organisation) {
    return pool.preparedQuery("select count(*) from query." + table + " where organisation_id = $1")
        .execute(Tuple.of(organisation))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong(0);
  }
}

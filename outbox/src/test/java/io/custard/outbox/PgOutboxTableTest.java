package io.custard.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.custard.protocol.event.Topic;
import io.custard.testkit.Infrastructure;
import io.custard.testkit.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Nothing kicks the relay here, so the rows stay until a test publishes them. */
@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "mailroom"))
class PgOutboxTableTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Pool pool;
  private final PgOutboxTable table;
  private final OutboxRelay relay;
  private final TopicReader topics;
  private final String key = UUID.randomUUID().toString();

  PgOutboxTableTest(
      Pool pool,
      PgOutboxTable table,
      OutboxRelay relay,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
    this.pool = pool;
    this.table = table;
    this.relay = relay;
    this.topics = new TopicReader(brokers);
  }

  @Test
  void noOtherReplicaGetsAKeyWhileItsFirstRowIsPublished() {
    insertTwoRows();
    var firstRows = new CompletableFuture<List<OutboxRow>>();
    var firstMayGo = new CompletableFuture<Round>();
    var first =
        table
            .withHeads(100, rows -> holdUntil(firstMayGo, firstRows, rows))
            .subscribeAsCompletionStage();
    List<OutboxRow> taken = ownRows(firstRows.join());
    assertThat(taken).extracting(OutboxRow::payload).containsExactly("{\"n\":1}");

    List<OutboxRow> takenByAnother = ownRows(heads());

    assertThat(takenByAnother).isEmpty();
    firstMayGo.complete(new Round(taken.stream().map(OutboxRow::id).toList(), List.of()));
    first.join();
    assertThat(ownRows(heads())).extracting(OutboxRow::payload).containsExactly("{\"n\":2}");
  }

  @Test
  void rowsOfADeadReplicaArePublishedByTheNextTick() {
    insertTwoRows();

    relay.tick().await().atMost(LONG);

    assertThat(topics.read(Topic.REGISTRY, key)).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(ownRows(heads())).isEmpty();
  }

  @Test
  void recordTheBrokerRefusesIsSetAsideAndStaysVisible() {
    insert("x".repeat(5 << 20), null);
    insert("{\"n\":2}", null);

    await()
        .until(() -> {
          relay.tick().await().atMost(LONG);
          return topics.read(Topic.REGISTRY, key).equals(List.of("{\"n\":2}"));
        });

    given()
        .get("/q/health/well")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'outbox' }.data.set_aside", equalTo(1));
    Row left = only("delete from mailroom.outbox where key = $1 returning attempts, refusal");
    assertThat(left.getInteger("attempts")).isEqualTo(5);
    assertThat(left.getString("refusal")).isEqualTo("RecordTooLargeException");
    given().get("/q/health/well").then().statusCode(200);
  }

  @Test
  void recordsOfOneOwnerShareAPartitionWhateverTheirKeys() {
    insert("{\"n\":1}", "owner-of-" + key);

    relay.tick().await().atMost(LONG);

    int partitions = topics.partitions(Topic.REGISTRY);
    int expected = Math.floorMod(("owner-of-" + key).hashCode(), partitions);
    assertThat(topics.partitionOf(Topic.REGISTRY, key)).isEqualTo(expected);
  }

  private Row only(String sql) {
    return pool.preparedQuery(sql).execute(Tuple.of(key)).await().atMost(LONG).iterator().next();
  }

  private void insert(String payload, String owner) {
    pool.preparedQuery(
            """
            insert into mailroom.outbox (topic, owner, key, payload, created_at)
            values ('custard.registry.v1', $1, $2, $3, now())
            """)
        .execute(Tuple.of(owner, key, payload))
        .await()
        .atMost(LONG);
  }

  private static Uni<Round> holdUntil(
      CompletableFuture<Round> mayGo,
      CompletableFuture<List<OutboxRow>> seen,
      List<OutboxRow> rows) {
    seen.complete(rows);
    return Uni.createFrom().completionStage(mayGo);
  }

  private List<OutboxRow> heads() {
    var seen = new CompletableFuture<List<OutboxRow>>();
    table
        .withHeads(
            100,
            rows -> {
              seen.complete(rows);
              return Uni.createFrom().item(Round.NOTHING);
            })
        .await()
        .atMost(LONG);
    return seen.join();
  }

  private List<OutboxRow> ownRows(List<OutboxRow> rows) {
    return rows.stream().filter(row -> row.key().equals(key)).toList();
  }

  private void insertTwoRows() {
    pool.preparedQuery(
            """
            insert into mailroom.outbox (topic, key, payload, created_at)
            values ('custard.registry.v1', $1, '{"n":1}', now()), ('custard.registry.v1', $1, '{"n":2}', now())
            """)
        .execute(Tuple.of(key))
        .await()
        .atMost(LONG);
  }
}

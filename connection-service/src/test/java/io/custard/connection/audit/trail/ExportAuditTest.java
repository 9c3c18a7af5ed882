package io.custard.connection.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.connection.TestingOwner;
import io.custard.protocol.OrganisationId;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class ExportAuditTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

  private final ExportAudit exports;
  private final AuditConfig config;
  private final Pool pool;
  private final TestingOwner owner = TestingOwner.fresh();
  private final OrganisationId organisation = OrganisationId.of(owner.organisation());

  ExportAuditTest(ExportAudit exports, AuditConfig config, Pool pool) {
    this.exports = exports;
    this.config = config;
    this.pool = pool;
  }

  /** The oldest of three pages cannot be read. */
  @BeforeEach
  void threePages() {
    pool.preparedQuery(
            """
            insert into connection.audit_event
              (event_id, organisation_id, at, actor, action, outcome, details)
            select gen_random_uuid(), $1, now() - make_interval(mins => n), 'user:1', 'key.created',
              'OK', case when n = 600 then 'torn' else '{}' end
            from generate_series(1, 600) n
            """)
        .execute(Tuple.of(owner.organisation()))
        .await()
        .atMost(LONG);
  }

  @Test
  void aPageIsReadOnlyWhenItsReaderHasTakenTheOneBefore() {
    AssertSubscriber<byte[]> reader = exporting();

    reader.request(2).awaitItems(2, LONG);

    reader.assertNotTerminated();
    assertThat(reader.getItems()).hasSize(2); // the head and one page of three
    reader.cancel();
  }

  @Test
  void onlySoManyExportsRunAndOneThatWasCancelledMakesRoom() {
    List<AssertSubscriber<byte[]>> readers = new ArrayList<>();
    for (int i = 0; i < config.mostExports(); i++) {
      readers.add(exporting());
    }

    exporting().awaitFailure(LONG).assertFailedWith(RuntimeException.class, "another export");

    readers.getFirst().cancel();
    AssertSubscriber<byte[]> next = exporting();
    next.request(1).awaitItems(1, LONG);
    next.cancel();
    readers.forEach(AssertSubscriber::cancel);
  }

  @Test
  void anExportThatBreaksHalfwayDoesNotLookWhole() {
    assertThatThrownBy(() -> owner.asks().get("/api/v1/audit/export").asString())
        .isInstanceOf(java.io.IOException.class);
  }

  private AssertSubscriber<byte[]> exporting() {
    return exports
        .pages(organisation, ALL, AuditForm.CSV)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(0));
  }
}

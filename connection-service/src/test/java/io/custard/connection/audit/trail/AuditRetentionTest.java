package io.custard.connection.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.event.AuditEventV1;
import io.custard.testkit.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "connection"))
class AuditRetentionTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration CENTURY = Duration.ofDays(36_500);

  private final AuditWrites writes;
  private final AuditSearch events;
  private final OrganisationId organisation = OrganisationId.of(UUID.randomUUID());

  AuditRetentionTest(AuditWrites writes, AuditSearch events) {
    this.writes = writes;
    this.events = events;
  }

  @Test
  void whatIsTooOldGoesInStepsAndTheRestStays() {
    Duration age = Duration.ofDays(20_000); // before what any other test writes
    for (int i = 0; i < 5; i++) {
      add(Instant.now().minus(age).minusSeconds(1 + i));
    }
    add(Instant.now().minus(age).plusSeconds(3_600));

    assertThat(prune(age)).isEqualTo(3);
    assertThat(prune(age)).isEqualTo(2);
    assertThat(prune(age)).isZero();

    List<AuditEntry> left =
        events.find(organisation, AuditFilter.of(NOTHING), null, 10).await().atMost(LONG);
    assertThat(left).hasSize(1);
    assertThat(prune(CENTURY)).isZero();
  }

  @Test
  void anEventFromTheFutureHappenedNow() {
    add(Instant.ofEpochMilli(Long.MAX_VALUE));

    AuditEntry kept =
        events
            .find(organisation, AuditFilter.of(NOTHING), null, 10)
            .await()
            .atMost(LONG)
            .getFirst();

    assertThat(kept.at()).isBeforeOrEqualTo(Instant.now());
  }

  private static final AuditParameters NOTHING =
      new AuditParameters(null, null, null, null, null, null);

  private int prune(Duration age) {
    return writes.prune(age, 3).await().atMost(LONG);
  }

  private void add(Instant at) {
    AuditEventV1 event =
        new AuditEventV1(
            UUID.randomUUID(),
            at.toEpochMilli(),
            organisation,
            "user:1",
            "key.created",
            "OK",
            null,
            null,
            Map.of("nul", "a\0b"));
    writes.add(List.of(event)).await().atMost(LONG);
  }
}

package io.custard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordIntakeTest {
  private final RecordIntake intake = new RecordIntake(new ObjectMapper());
  private final List<Map<?, ?>> stored = new ArrayList<>();

  @Test
  void recordIsTriedUntilTheDatabaseIsBack() {
    int[] attempts = {0};

    take(
        "{\"a\":1}",
        () ->
            ++attempts[0] < 3
                ? Uni.createFrom().failure(new IllegalStateException("connection closed"))
                : Uni.createFrom().voidItem());

    assertThat(attempts[0]).isEqualTo(3);
  }

  @Test
  void valuesThatTheDatabaseRefusesAreTriedOnce() {
    int[] attempts = {0};

    take(
        "{\"a\":1}",
        () -> {
          attempts[0]++;
          return Uni.createFrom().failure(new PgException("bad bytes", "ERROR", "22021", ""));
        });

    assertThat(attempts[0]).isOne();
  }

  @Test
  void garbageAndTombstonesAreNoWork() {
    take("{", () -> Uni.createFrom().failure(new AssertionError()));
    take(null, () -> Uni.createFrom().failure(new AssertionError()));

    assertThat(stored).isEmpty();
  }

  private void take(String value, java.util.function.Supplier<Uni<Void>> work) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    intake
        .take(
            new ConsumerRecord<>("topic", 0, 0, "key", bytes),
            Map.class,
            event -> {
              stored.add(event);
              return work.get();
            })
        .await()
        .atMost(Duration.ofSeconds(20));
  }
}

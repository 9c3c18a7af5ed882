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
import java.util.function.Function;
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

  @Test
  void ofManyOnlyTheOneAtFaultIsSkippedAndTheOrderKept() {
    List<Integer> numbers = new ArrayList<>();

    takeAll(
        List.of("{\"n\":0}", "{\"n\":1}", "{", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}"),
        these -> {
          if (these.contains(2)) {
            return Uni.createFrom().failure(new PgException("bad bytes", "ERROR", "22021", ""));
          }
          numbers.addAll(these);
          return Uni.createFrom().voidItem();
        });

    assertThat(numbers).isEqualTo(List.of(0, 1, 3, 4));
  }

  @Test
  void manyAreTriedTogetherUntilTheDatabaseIsBack() {
    List<Integer> sizes = new ArrayList<>();

    takeAll(
        List.of("{\"n\":0}", "{\"n\":1}"),
        these -> {
          sizes.add(these.size());
          return sizes.size() < 3
              ? Uni.createFrom().failure(new IllegalStateException("connection closed"))
              : Uni.createFrom().voidItem();
        });

    assertThat(sizes).isEqualTo(List.of(2, 2, 2));
  }

  private void takeAll(List<String> values, Function<List<Integer>, Uni<Void>> work) {
    List<ConsumerRecord<String, byte[]>> records =
        values.stream().map(RecordIntakeTest::record).toList();
    intake
        .takeAll(records, Numbered.class, these -> work.apply(numbers(these)))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private record Numbered(int n) {}

  private static List<Integer> numbers(List<Numbered> numbered) {
    return numbered.stream().map(Numbered::n).toList();
  }

  private static ConsumerRecord<String, byte[]> record(String value) {
    return new ConsumerRecord<>("topic", 0, 0, "key", value.getBytes(StandardCharsets.UTF_8));
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

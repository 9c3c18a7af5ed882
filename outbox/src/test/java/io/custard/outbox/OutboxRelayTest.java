package io.custard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
  private final TestingTable table = new TestingTable();
  private final TestingBroker broker = new TestingBroker();
  private Instant now = Instant.EPOCH;
  private final OutboxRelay relay = new OutboxRelay(table, broker, config(), () -> now);

  @Test
  void kickPublishesEverythingInTheOrderOfEachKey() {
    table.add("a", "a1");
    table.add("b", "b1");
    table.add("a", "a2");
    table.add("a", "a3");

    relay.kick();

    assertThat(broker.taken).containsExactlyInAnyOrder("a1", "a2", "a3", "b1");
    assertThat(broker.taken).containsSubsequence("a1", "a2", "a3");
    assertThat(table.rows).isEmpty();
  }

  @Test
  void rowsStayWhileTheBrokerIsAwayAndLeaveWhenItIsBack() {
    table.add("a", "a1");
    table.add("a", "a2");
    broker.away = true;
    relay.kick();
    assertThat(table.rows).hasSize(2);

    broker.away = false;
    now = now.plusSeconds(1);
    tick();

    assertThat(broker.taken).containsExactly("a1", "a2");
    assertThat(table.rows).isEmpty();
  }

  @Test
  void pauseGrowsWithEachFailureUpToItsBound() {
    table.add("a", "a1");
    broker.away = true;

    List<Instant> attempts = new ArrayList<>();
    for (int tenthOfASecond = 0; tenthOfASecond < 400; tenthOfASecond++) {
      int before = broker.asked;
      tick();
      if (broker.asked > before) {
        attempts.add(now);
      }
      now = now.plusMillis(100);
    }

    assertThat(attempts.stream().map(at -> at.toEpochMilli() / 100).toList())
        .containsExactly(0L, 5L, 15L, 35L, 75L, 155L, 255L, 355L);
  }

  @Test
  void refusedRecordHoldsUpOnlyItsOwnKey() {
    table.add("a", "poison");
    table.add("a", "a2");
    table.add("b", "b1");

    relay.kick();

    assertThat(broker.taken).containsExactly("b1");
    assertThat(table.rows.stream().map(OutboxRow::payload)).containsExactly("poison", "a2");
  }

  @Test
  void refusedRecordIsSetAsideAfterItsLastAttemptAndHoldsUpItsKeyNoLonger() {
    table.add("a", "poison");
    table.add("a", "a2");

    relay.kick();
    tick();
    tick();
    tick();
    assertThat(broker.taken).isEmpty();
    tick();

    assertThat(broker.taken).containsExactly("a2");
    assertThat(table.setAside).extracting(OutboxRow::payload).containsExactly("poison");
    assertThat(table.again)
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofMillis(1000),
            Duration.ofMillis(1500),
            Duration.ofMillis(2000));
  }

  @Test
  void absenceOfTheBrokerSetsNothingAside() {
    table.add("a", "a1");
    broker.away = true;
    for (int i = 0; i < 20; i++) {
      tick();
      now = now.plusSeconds(20);
    }

    assertThat(broker.asked).isEqualTo(20);
    assertThat(table.setAside).isEmpty();
    assertThat(table.rows).hasSize(1);
  }

  @Test
  void unreadableTableIsTriedAgain() {
    table.add("a", "a1");
    table.away = true;
    relay.kick();

    table.away = false;
    now = now.plusSeconds(1);
    tick();

    assertThat(broker.taken).containsExactly("a1");
  }

  private void tick() {
    relay.tick().await().atMost(Duration.ofSeconds(5));
  }

  private static OutboxConfig config() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(OutboxConfig.class)
        .withDefaultValue("custard.outbox.schema", "mailroom")
        .build()
        .getConfigMapping(OutboxConfig.class);
  }

  private static final class TestingTable implements OutboxTable {
    private final List<OutboxRow> rows = new ArrayList<>();
    private final List<OutboxRow> setAside = new ArrayList<>();
    private final List<Duration> again = new ArrayList<>();
    private boolean away;
    private long nextId;

    void add(String key, String payload) {
      rows.add(new OutboxRow(nextId++, "topic", null, key, payload, 0));
    }

    @Override
    public Uni<Integer> withHeads(int limit, Function<List<OutboxRow>, Uni<Round>> publish) {
      if (away) {
        return Uni.createFrom().failure(new IllegalStateException("no database"));
      }
      Map<String, OutboxRow> heads =
          rows.stream().collect(Collectors.toMap(OutboxRow::key, row -> row, (a, b) -> a));
      return publish
          .apply(List.copyOf(heads.values()))
          .invoke(round -> rows.removeIf(row -> round.sent().contains(row.id())))
          .map(round -> round.sent().size() + mark(round));
    }

    private int mark(Round round) {
      int before = setAside.size();
      for (Round.Refusal refusal : round.refused()) {
        rows.replaceAll(row -> row.id() == refusal.id() ? oneMoreAttempt(row) : row);
        if (refusal.again() == null) {
          rows.stream().filter(row -> row.id() == refusal.id()).forEach(setAside::add);
          rows.removeIf(row -> row.id() == refusal.id());
        } else {
          again.add(refusal.again());
        }
      }
      return setAside.size() - before;
    }

    private static OutboxRow oneMoreAttempt(OutboxRow row) {
      return new OutboxRow(
          row.id(), row.topic(), row.owner(), row.key(), row.payload(), row.attempts() + 1);
    }

    @Override
    public Uni<Contents> contents() {
      return Uni.createFrom().item(new Contents(rows.size(), null, setAside.size()));
    }
  }

  private static final class TestingBroker implements RecordPublisher {
    private final List<String> taken = new ArrayList<>();
    private boolean away;
    private int asked;

    @Override
    public Uni<Void> publish(OutboxRow row) {
      asked++;
      if (row.payload().equals("poison")) {
        return Uni.createFrom().failure(new RecordRefused(new IllegalArgumentException("large")));
      }
      if (away) {
        return Uni.createFrom().failure(new IllegalStateException("no broker"));
      }
      taken.add(row.payload());
      return Uni.createFrom().voidItem();
    }
  }
}

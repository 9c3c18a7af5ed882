package io.custard.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.QueryId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HistoryQueueTest {
  private static final int CHARACTERS = 1_000;
  private static final int BATCH = 2;

  private final List<List<Told>> written = new ArrayList<>();

  @Test
  void whatWaitsIsWrittenInBatches() {
    HistoryQueue queue = new HistoryQueue(10, CHARACTERS, BATCH, this::write);
    add(queue, 5);

    flush(queue);

    assertThat(written).extracting(List::size).containsExactly(2, 2, 1);
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void whatFindsNoRoomIsDroppedAndCountedAndThereIsRoomAgainLater() {
    HistoryQueue queue = new HistoryQueue(3, CHARACTERS, BATCH, this::write);
    add(queue, 5);
    flush(queue);
    add(queue, 3);
    flush(queue);

    assertThat(queue.dropped()).isEqualTo(2);
    assertThat(written.stream().mapToInt(List::size).sum()).isEqualTo(6);
  }

  @Test
  void textsThatAreTooLargeTogetherAreDropped() {
    HistoryQueue queue = new HistoryQueue(10, CHARACTERS, BATCH, this::write);
    queue.add(told("x".repeat(600)));
    queue.add(told("x".repeat(600)));
    queue.add(told("x".repeat(300)));

    flush(queue);

    assertThat(queue.dropped()).isEqualTo(1);
    assertThat(written).hasSize(1);
  }

  @Test
  void aBatchThatIsRefusedThriceIsDroppedAndTheNextOneIsWritten() {
    List<Integer> attempts = new ArrayList<>();
    HistoryQueue queue =
        new HistoryQueue(
            10,
            CHARACTERS,
            BATCH,
            some -> {
              attempts.add(some.size());
              return attempts.size() <= 3
                  ? Uni.createFrom().failure(new IllegalStateException("away"))
                  : write(some);
            });
    add(queue, 3);

    flush(queue);

    assertThat(attempts).containsExactly(2, 2, 2, 1);
    assertThat(queue.dropped()).isEqualTo(2);
  }

  @Test
  void addingNeverWaitsForTheDatabase() {
    CompletableFuture<Void> database = new CompletableFuture<>();
    HistoryQueue queue =
        new HistoryQueue(3, CHARACTERS, BATCH, some -> Uni.createFrom().completionStage(database));
    UniAssertSubscriber<Void> writing =
        queue.flush().subscribe().withSubscriber(UniAssertSubscriber.create());
    add(queue, 1);
    UniAssertSubscriber<Void> again =
        queue.flush().subscribe().withSubscriber(UniAssertSubscriber.create());
    add(queue, 5);

    assertThat(queue.dropped()).isEqualTo(2);
    again.assertNotTerminated();
    database.complete(null);
    again.awaitItem(Duration.ofSeconds(5));
    writing.awaitItem(Duration.ofSeconds(5));
    assertThat(queue.isEmpty()).isTrue();
  }

  private Uni<Void> write(List<Told> some) {
    written.add(some);
    return Uni.createFrom().voidItem();
  }

  private static void flush(HistoryQueue queue) {
    queue
        .flush()
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .awaitItem(Duration.ofSeconds(10));
  }

  private static void add(HistoryQueue queue, int count) {
    for (int i = 0; i < count; i++) {
      queue.add(told("select 1"));
    }
  }

  private static Told told(String sql) {
    Asking asked =
        new Asking(
            UserId.of(UUID.randomUUID()),
            OrganisationId.of(UUID.randomUUID()),
            ConnectionId.random(),
            null,
            sql,
            Instant.now(),
            0);
    return new Told(QueryId.random(), asked, sql, null, Told.ANSWERED, Told.Figures.none(1));
  }
}

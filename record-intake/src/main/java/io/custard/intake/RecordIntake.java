package io.custard.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.problem.ErrorCode;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Brings Kafka records to their end, one by one or those of a poll together. A consumer
 * acknowledges when the returned {@link Uni} completes, and it never fails:
 *
 * <ul>
 *   <li>a record that can never be stored (no JSON, a type newer than this build, values that
 *       PostgreSQL refuses) is logged and skipped, because repeating it would stop the others;
 *   <li>any other failure, above all an absent database, is tried again for as long as it takes,
 *       unacknowledged, so neither a long outage nor a restart loses the record.
 * </ul>
 */
@ApplicationScoped
public class RecordIntake {
  private static final Logger LOG = Logger.getLogger(RecordIntake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final List<String> REFUSALS = List.of("22", "23", "54");

  private final ObjectMapper json;
  private volatile boolean stopping;

  RecordIntake(ObjectMapper json) {
    this.json = json;
  }

  /** Once we stop, what fails stays unacknowledged and is read again after the next start. */
  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
  }

  /** Reads the record and does the work with it; a tombstone is nothing to do. */
  public <E> Uni<Void> take(
      ConsumerRecord<String, byte[]> record, Class<E> type, Function<E, Uni<Void>> work) {
    return takeAll(List.of(record), type, events -> work.apply(events.getFirst()));
  }

  /**
   * Reads the records of one poll and does the work with all of them at once, in their order; it
   * must do all of it or nothing. When values are refused the work is done again by halves, so that
   * only the record at fault is skipped. It is never called with nothing.
   */
  public <E> Uni<Void> takeAll(
      Iterable<ConsumerRecord<String, byte[]>> records,
      Class<E> type,
      Function<List<E>, Uni<Void>> work) {
    List<Read<E>> read = new ArrayList<>();
    records.forEach(
        record -> read(record, type).ifPresent(event -> read.add(new Read<>(record, event))));
    return keepTrying(read, work);
  }

  private record Read<E>(ConsumerRecord<String, byte[]> record, E event) {}

  private <E> Optional<E> read(ConsumerRecord<String, byte[]> record, Class<E> type) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(record.value(), type));
    } catch (IOException e) {
      skip(record, e);
      return Optional.empty();
    }
  }

  private <E> Uni<Void> keepTrying(List<Read<E>> read, Function<List<E>, Uni<Void>> work) {
    if (read.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<E> events = read.stream().map(Read::event).toList();
    String first = place(read.getFirst().record());
    return Uni.createFrom()
        .deferred(() -> work.apply(events))
        .onFailure(RecordIntake::isRefused)
        .recoverWithUni(refusal -> refused(read, work, refusal))
        .onFailure()
        .invoke(e -> LOG.warnf("Not stored, will retry %d from %s: %s", read.size(), first, e))
        .onFailure(e -> !stopping)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private <E> Uni<Void> refused(
      List<Read<E>> read, Function<List<E>, Uni<Void>> work, Throwable refusal) {
    if (read.size() == 1) {
      skip(read.getFirst().record(), refusal);
      return Uni.createFrom().voidItem();
    }
    int half = read.size() / 2;
    return keepTrying(read.subList(0, half), work)
        .chain(() -> keepTrying(read.subList(half, read.size()), work));
  }

  /**
   * SQLSTATE classes 22 (data exception), 23 (integrity) and 54 (a limit of PostgreSQL, such as the
   * size of a key): the values are at fault.
   */
  private static boolean isRefused(Throwable failure) {
    return failure instanceof PgException refusal
        && refusal.getSqlState() != null
        && REFUSALS.stream().anyMatch(refusal.getSqlState()::startsWith);
  }

  /** Logs only the kind of failure: its message may quote the record. */
  private static void skip(ConsumerRecord<String, byte[]> record, Throwable cause) {
    LOG.errorf(
        "Record skipped errorCode=%s %s cause=%s",
        ErrorCode.REQUEST_INVALID, place(record), cause.getClass().getSimpleName());
  }

  private static String place(ConsumerRecord<String, byte[]> record) {
    return "topic=%s partition=%d offset=%d"
        .formatted(record.topic(), record.partition(), record.offset());
  }
}

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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Brings one Kafka record to its end. A consumer acknowledges when the returned {@link Uni}
 * completes, and it never fails:
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
    return read(record, type)
        .map(event -> keepTrying(record, () -> work.apply(event)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

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

  private Uni<Void> keepTrying(ConsumerRecord<String, byte[]> record, Supplier<Uni<Void>> work) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(RecordIntake::isRefused)
        .recoverWithItem(refusal -> skip(record, refusal))
        .onFailure()
        .invoke(e -> LOG.warnf("Not stored, will retry %s: %s", place(record), e))
        .onFailure(e -> !stopping)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
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
  private static Void skip(ConsumerRecord<String, byte[]> record, Throwable cause) {
    LOG.errorf(
        "Record skipped errorCode=%s %s cause=%s",
        ErrorCode.REQUEST_INVALID, place(record), cause.getClass().getSimpleName());
    return null;
  }

  private static String place(ConsumerRecord<String, byte[]> record) {
    return "topic=%s partition=%d offset=%d"
        .formatted(record.topic(), record.partition(), record.offset());
  }
}

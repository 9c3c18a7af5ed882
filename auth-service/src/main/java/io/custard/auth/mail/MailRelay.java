package io.custard.auth.mail;

import io.custard.auth.context.CallingContext;
import io.custard.auth.mail.MailTable.Taken;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the queue, at least once: composed one after the other, sent side by side.
 * What fails is tried again, later each time, and given up after a number of attempts.
 */
@ApplicationScoped
class MailRelay {
  private static final Logger LOG = Logger.getLogger(MailRelay.class);

  private final MailTable table;
  private final PostOffice postOffice;
  private final MailConfig config;
  private final Map<String, MailComposer> composers;

  MailRelay(
      MailTable table,
      PostOffice postOffice,
      MailConfig config,
      @All List<MailComposer> composers) {
    this.table = table;
    this.postOffice = postOffice;
    this.config = config;
    this.composers =
        composers.stream().collect(Collectors.toMap(MailComposer::kind, Function.identity()));
  }

  /** A mail with its letter; none when there is nothing to send any more. */
  private record Ready(Taken taken, Optional<Letter> letter) {}

  @Scheduled(every = "${custard.auth.mail.tick:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return drain()
        .onFailure()
        .invoke(e -> LOG.warnf("The mail queue cannot be read, will retry: %s", e))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> drain() {
    return table
        .take(config.batch(), config.deadline().multipliedBy(4))
        .chain(taken -> taken.isEmpty() ? Uni.createFrom().voidItem() : round(taken));
  }

  /** The database session belongs to the context, so letters are composed one at a time. */
  private Uni<Void> round(List<Taken> taken) {
    Executor context = CallingContext.executor();
    return Multi.createFrom()
        .iterable(taken)
        .onItem()
        .transformToUniAndConcatenate(this::composed)
        .collect()
        .asList()
        .chain(this::sendAll)
        .emitOn(context)
        .chain(this::drain);
  }

  /** Never fails. */
  private Uni<Optional<Ready>> composed(Taken taken) {
    MailComposer composer = composers.get(taken.mail().kind());
    if (composer == null) {
      return again(taken, new IllegalStateException("nobody composes this kind"))
          .replaceWith(Optional.empty());
    }
    return Uni.createFrom()
        .deferred(() -> Panache.withTransaction(() -> composer.compose(taken.mail())))
        .map(letter -> Optional.of(new Ready(taken, letter)))
        .onFailure()
        .recoverWithUni(e -> again(taken, e).replaceWith(Optional.empty()));
  }

  private Uni<Void> sendAll(List<Optional<Ready>> composed) {
    List<Uni<Void>> sending = composed.stream().flatMap(Optional::stream).map(this::sent).toList();
    return sending.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(sending).andFailFast().replaceWithVoid();
  }

  private Uni<Void> sent(Ready ready) {
    return ready
        .letter()
        .map(postOffice::send)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .chain(() -> table.delete(ready.taken().id()))
        .onFailure()
        .recoverWithUni(e -> again(ready.taken(), e));
  }

  /** The cause may name the recipient, so only its kind is told. */
  private Uni<Void> again(Taken taken, Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    if (taken.attempts() >= config.attempts()) {
      LOG.errorf("Mail given up mailId=%d kind=%s cause=%s", taken.id(), taken.mail().kind(), kind);
      return table.delete(taken.id());
    }
    LOG.warnf("Mail not sent, will retry mailId=%d cause=%s", taken.id(), kind);
    return table.later(taken.id(), pause(taken.attempts()));
  }

  private Duration pause(int attempts) {
    double doubled = config.firstPause().toMillis() * Math.pow(2, attempts - 1.0);
    double bounded = Math.min(doubled, (double) config.longestPause().toMillis());
    return Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
  }
}

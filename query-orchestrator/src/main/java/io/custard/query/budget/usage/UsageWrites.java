package io.custard.query.budget.usage;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was spent behind the answers, once a second all of it together. What the database
 * does not take is added to the next round; there is one entry per person, day and model, so that
 * is bounded. A replica that is killed loses a second.
 */
@ApplicationScoped
public class UsageWrites {
  private static final Logger LOG = Logger.getLogger(UsageWrites.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final long LAST_SECONDS = 3;

  private final UsageTable table;
  private Map<Spender, Used> waiting = new HashMap<>();
  private Map<Spender, Used> writing = Map.of();

  UsageWrites(UsageTable table) {
    this.table = table;
  }

  /** Calls and their tokens. */
  record Used(long calls, Tokens tokens) {
    Used plus(Used more) {
      return new Used(calls + more.calls, tokens.plus(more.tokens));
    }
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(EVERY_MILLIS, now -> write().subscribe().with(done -> {}));
  }

  /** The one moment at which waiting is right: afterwards there is no database any more. */
  void stop(@Observes ShutdownEvent stopped) {
    try {
      write().subscribeAsCompletionStage().get(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The tokens of the last second were not written");
    }
  }

  /** One call more. */
  public synchronized void add(Spender spender, Tokens tokens) {
    waiting.merge(spender, new Used(1, tokens), Used::plus);
  }

  /**
   * Tokens the database may not have yet.
   *
   * @param user null: of all people
   */
  public synchronized long unwritten(
      OrganisationId organisation, @Nullable UserId user, Period period) {
    return Stream.concat(waiting.entrySet().stream(), writing.entrySet().stream())
        .filter(entry -> entry.getKey().organisation().equals(organisation))
        .filter(entry -> user == null || entry.getKey().user().equals(user))
        .filter(entry -> period.holds(entry.getKey().day()))
        .mapToLong(entry -> entry.getValue().tokens().total())
        .sum();
  }

  private Uni<Void> write() {
    Map<Spender, Used> taken = take();
    return taken.isEmpty()
        ? Uni.createFrom().voidItem()
        : table.add(taken).invoke(this::wrote).onFailure().recoverWithItem(this::again);
  }

  /** Empty also while the last round is under way. */
  private synchronized Map<Spender, Used> take() {
    if (!writing.isEmpty()) {
      return Map.of();
    }
    writing = waiting;
    waiting = new HashMap<>();
    return writing;
  }

  private synchronized void wrote() {
    writing = Map.of();
  }

  private synchronized @Nullable Void again(Throwable failure) {
    LOG.warnf("Tokens not written yet, cause=%s", failure.getClass().getSimpleName());
    writing.forEach((spender, used) -> waiting.merge(spender, used, Used::plus));
    writing = Map.of();
    return null;
  }
}

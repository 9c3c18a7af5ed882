package io.custard.query.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.problem.CustardException;
import io.custard.query.budget.spend.Reservation;
import io.custard.query.budget.spend.SpendTokens;
import io.custard.query.budget.usage.Tokens;
import io.custard.query.execution.Asker;
import io.custard.query.model.ModelFailure.Kind;
import io.custard.query.model.address.ModelAddresses;
import io.custard.query.model.health.KnownHealth;
import io.custard.query.prompt.Prompt;
import io.custard.query.telemetry.ModelTelemetry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Asks a model within its time and the asker's budgets; once more where that may help. */
@ApplicationScoped
public class AskModel {
  private static final Logger LOG = Logger.getLogger(AskModel.class);
  private static final int ENDPOINTS = 1_000;

  private final Cache<Model, Endpoint> endpoints =
      Caffeine.newBuilder().maximumSize(ENDPOINTS).expireAfterAccess(Duration.ofHours(1)).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places;
  private final SpendTokens spending;
  private final ModelAddresses addresses;
  private final KnownHealth health;
  private final ModelTelemetry telemetry;

  AskModel(
      ModelConfig config,
      SpendTokens spending,
      ModelAddresses addresses,
      KnownHealth health,
      ModelTelemetry telemetry) {
    this.places = new Semaphore(config.atOnce());
    this.spending = spending;
    this.addresses = addresses;
    this.health = health;
    this.telemetry = telemetry;
  }

  /**
   * Fails with {@link ModelFailure} after twice the model's time and a few seconds at the latest;
   * at once, when it has not answered for a while. Cancelling the subscription ends the call.
   * Completes on a worker thread.
   *
   * @param asker whose budgets it is counted on
   */
  public Uni<Said> ask(Model model, Prompt prompt, Asker asker) {
    return Uni.createFrom()
        .deferred(() ->
            health.of(model).isShut()
                ? Uni.createFrom().<Said>failure(new ModelFailure(Kind.AWAY))
                : once(model, prompt, asker))
        .onFailure(AskModel::isWorthAnother)
        .recoverWithUni(() -> once(model, prompt, asker))
        .onFailure(ModelFailure.class)
        .invoke(failure -> LOG.warnf("Model %s: %s", model.name(), failure.getMessage()));
  }

  /** The same, one call only, and also when it has not answered for a while. */
  public Uni<Said> once(Model model, Prompt prompt, Asker asker) {
    Tokens most = Estimate.most(model, prompt);
    return spending
        .reserve(asker, model.name(), most)
        .onFailure(CustardException.class)
        .transform(ModelFailure::withoutTokens)
        .chain(reservation -> counted(told(model, prompt), reservation))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(said -> health.of(model).answered())
        .onFailure(ModelFailure.class)
        .invoke(failure -> health.of(model).learn(failure.kind()));
  }

  private Uni<Said> told(Model model, Prompt prompt) {
    return telemetry.call(
        SeenCall.of(model), call(model, prompt), SeenCall::answered, SeenCall::failed);
  }

  private Uni<Said> counted(Uni<Said> call, Reservation reservation) {
    return call.invoke(said -> spending.spent(reservation, Estimate.used(said, reservation.most())))
        .onFailure()
        .invoke(failure -> failed(reservation, failure))
        .onCancellation()
        .invoke(() -> spending.lost(reservation));
  }

  private void failed(Reservation reservation, Throwable failure) {
    Tokens used =
        failure instanceof ModelFailure known ? known.used(reservation.most()) : reservation.most();
    if (used.total() == 0) {
      spending.giveBack(reservation);
    } else {
      spending.spent(reservation, used);
    }
  }

  private Uni<Said> call(Model model, Prompt prompt) {
    return Uni.createFrom()
        .<Said>emitter(emitter -> {
          if (!places.tryAcquire()) {
            emitter.fail(new ModelFailure(Kind.BUSY));
            return;
          }
          Future<?> call =
              threads.submit(() -> {
                try {
                  emitter.complete(endpoint(model).ask(prompt));
                } catch (RuntimeException failure) {
                  emitter.fail(failure);
                } finally {
                  places.release();
                }
              });
          emitter.onTermination(() -> call.cancel(true));
        })
        .ifNoItem()
        .after(model.timeout())
        .failWith(() -> new ModelFailure(Kind.LATE));
  }

  /** The installation's own models are its operator's choice; others are looked at each time. */
  private Endpoint endpoint(Model model) {
    if (model.owner() != null && addresses.refusal(model.baseUrl()) != null) {
      throw new ModelFailure(Kind.ADDRESS_REFUSED);
    }
    return endpoints.get(model, Endpoint::new);
  }

  private static boolean isWorthAnother(Throwable failure) {
    return failure instanceof ModelFailure known && known.kind().isWorthAnother();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}

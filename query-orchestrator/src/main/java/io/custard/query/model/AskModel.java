package io.custard.query.model;

import io.custard.query.model.ModelFailure.Kind;
import io.custard.query.prompt.Prompt;
import io.custard.query.telemetry.ModelTelemetry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Asks a model within its time; once more where that may help. */
@ApplicationScoped
public class AskModel {
  private static final Logger LOG = Logger.getLogger(AskModel.class);

  private final Map<Model, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places;
  private final ModelTelemetry telemetry;

  AskModel(ModelConfig config, ModelTelemetry telemetry) {
    this.places = new Semaphore(config.atOnce());
    this.telemetry = telemetry;
  }

  /**
   * Fails with {@link ModelFailure} after twice the model's time at the latest. Cancelling the
   * subscription ends the call. Completes on a worker thread.
   */
  public Uni<Said> ask(Model model, Prompt prompt) {
    return once(model, prompt)
        .onFailure(AskModel::isWorthAnother)
        .recoverWithUni(() -> once(model, prompt))
        .onFailure(ModelFailure.class)
        .invoke(failure -> LOG.warnf("Model %s: %s", model.name(), failure.getMessage()));
  }

  private Uni<Said> once(Model model, Prompt prompt) {
    return telemetry.call(
        SeenCall.of(model), call(model, prompt), SeenCall::answered, SeenCall::failed);
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
        .failWith(() -> new ModelFailure(Kind.LATE))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private Endpoint endpoint(Model model) {
    return endpoints.computeIfAbsent(model, Endpoint::new);
  }

  private static boolean isWorthAnother(Throwable failure) {
    return failure instanceof ModelFailure known && known.kind().isWorthAnother();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}

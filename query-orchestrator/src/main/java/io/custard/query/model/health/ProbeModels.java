package io.custard.query.model.health;

import io.custard.query.model.Model;
import io.custard.query.model.ModelConfig;
import io.custard.query.model.ModelFailure.Kind;
import io.custard.query.model.address.ModelAddresses;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the models somebody is interested in for their list of models: that costs no tokens and
 * tells whether endpoint and key are good. One probe at a time for each, a few in all.
 */
@ApplicationScoped
class ProbeModels {
  private static final long LOOK_MILLIS = 1_000;
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 16;

  private final KnownHealth known;
  private final ModelAddresses addresses;
  private final Duration every;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(DEADLINE)
          .executor(threads)
          .build();

  ProbeModels(KnownHealth known, ModelAddresses addresses, ModelConfig config) {
    this.known = known;
    this.addresses = addresses;
    this.every = config.probeEvery();
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(LOOK_MILLIS, now -> look());
  }

  private void look() {
    Instant now = Instant.now();
    for (Map.Entry<Model, ModelHealth> entry : known.all()) {
      if (!places.tryAcquire()) {
        return;
      }
      if (entry.getValue().beginProbe(now)) {
        threads.execute(() -> probe(entry.getKey(), entry.getValue()));
      } else {
        places.release();
      }
    }
  }

  private void probe(Model model, ModelHealth health) {
    Kind failure = Kind.UNREACHABLE;
    try {
      failure = failure(model);
    } finally {
      health.probed(failure, every);
      places.release();
    }
  }

  private @Nullable Kind failure(Model model) {
    if (model.owner() != null && addresses.refusal(model.baseUrl()) != null) {
      return Kind.ADDRESS_REFUSED;
    }
    CompletableFuture<HttpResponse<Void>> asked =
        http.sendAsync(request(model), HttpResponse.BodyHandlers.discarding());
    try {
      return failure(asked.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (ExecutionException e) {
      return Kind.UNREACHABLE;
    } catch (TimeoutException e) {
      return Kind.LATE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Kind.UNREACHABLE;
    } finally {
      asked.cancel(true); // a body that never ends is left
    }
  }

  /** What answers is there, whatever it thinks of the request; some know no such list. */
  private static @Nullable Kind failure(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      default -> status < 500 ? null : Kind.UNREACHABLE;
    };
  }

  private static HttpRequest request(Model model) {
    String base = model.baseUrl().toString();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + (base.endsWith("/") ? "models" : "/models")))
            .timeout(DEADLINE);
    if (model.apiKey() != null) {
      request.header("Authorization", "Bearer " + model.apiKey());
    }
    return request.build();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}

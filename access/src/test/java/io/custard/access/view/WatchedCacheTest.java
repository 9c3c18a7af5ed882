package io.custard.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchedCacheTest {
  private final WatchedCache<String, Integer> cache = new WatchedCache<>();
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void whatIsConfirmedIsReadOnce() {
    confirm("nothing", false);

    assertThat(get("a")).isEqualTo(1);
    assertThat(get("a")).isEqualTo(1);
    confirm("b", true);
    assertThat(get("a")).isEqualTo(1);
  }

  @Test
  void whatChangedIsReadAgain() {
    confirm("nothing", false);
    get("a");

    confirm("a", true);

    assertThat(get("a")).isEqualTo(2);
  }

  @Test
  void withoutConfirmationNothingIsTrusted() {
    get("a");
    assertThat(get("a")).isEqualTo(2);

    cache.confirm(key -> false, false, System.nanoTime() - TimeUnit.SECONDS.toNanos(4));

    assertThat(get("a")).isEqualTo(3);
  }

  @Test
  void whatWasReadWhileAChangeArrivedIsNotKept() {
    confirm("nothing", false);
    CompletableFuture<Integer> database = new CompletableFuture<>();
    cache.get("a", key -> Uni.createFrom().completionStage(database)).subscribe().with(old -> {});

    confirm("a", true);
    database.complete(-1);

    assertThat(get("a")).isEqualTo(1);
  }

  private void confirm(String changed, boolean any) {
    cache.confirm(changed::equals, any, System.nanoTime());
  }

  private Integer get(String key) {
    return cache
        .get(key, wanted -> Uni.createFrom().item(reads::incrementAndGet))
        .await()
        .indefinitely();
  }
}

package io.custard.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandshakesTest {
  private final Handshakes handshakes = new Handshakes(config());

  @Test
  void thereIsRoomUntilSoManyAreUnderWayAndAgainWhenOneEnds() {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> two = new CompletableFuture<>();
    handshakes.during(Uni.createFrom().completionStage(one)).subscribe().with(done -> {});
    assertThat(handshakes.hasRoom()).isTrue();

    handshakes.during(Uni.createFrom().completionStage(two)).subscribe().with(done -> {}, e -> {});
    assertThat(handshakes.hasRoom()).isFalse();

    two.completeExceptionally(new IllegalStateException("refused"));
    assertThat(handshakes.hasRoom()).isTrue();
  }

  @Test
  void whoIsSentAwayAloneMayComeBackAfterASecond() {
    assertThat(handshakes.comeBackAfter()).isEqualTo(1);
  }

  @Test
  void aThousandAreSpreadEvenlyAndNobodyWaitsForMoreThanHalfAMinute() {
    Map<Integer, Long> bySecond =
        IntStream.range(0, 1_000)
            .mapToObj(i -> handshakes.comeBackAfter())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(bySecond.keySet()).allMatch(seconds -> seconds >= 1 && seconds <= 30);
    for (int second = 1; second < 15; second++) {
      assertThat(bySecond.get(second)).as("after %d s", second).isBetween(9L, 13L);
    }
  }

  private static AttemptConfig config() {
    Map<String, String> values =
        Map.of(
            "custard.gateway.attempts.handshakes", "2",
            "custard.gateway.attempts.handshakes-per-second", "10");
    return new SmallRyeConfigBuilder()
        .withMapping(AttemptConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(AttemptConfig.class);
  }
}

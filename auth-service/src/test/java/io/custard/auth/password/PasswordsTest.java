package io.custard.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords =
      new Passwords(
          config(
              Map.of(
                  "custard.auth.password.concurrent", "1",
                  "custard.auth.password.waiting", "1")));

  @AfterEach
  void stop() {
    passwords.stop();
  }

  @Test
  void hashMatchesItsPasswordOnly() {
    String hash = passwords.hash("correct horse battery").await().atMost(Duration.ofSeconds(30));

    assertThat(matches("correct horse battery", hash)).isTrue();
    assertThat(matches("correct horse battery ", hash)).isFalse();
  }

  @Test
  void samePasswordHasAnotherHashEachTime() {
    String first = passwords.hash("correct horse battery").await().atMost(Duration.ofSeconds(30));
    String second = passwords.hash("correct horse battery").await().atMost(Duration.ofSeconds(30));

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void nobodyHasAnyPassword() {
    assertThat(passwords.matchesNobody("anything").await().atMost(Duration.ofSeconds(30)))
        .isFalse();
  }

  @Test
  void tooManyAtOnceAreRefusedAndNotQueued() {
    var attempts = Stream.generate(this::failureOfOneHash).limit(6).toList();

    assertThat(attempts.stream().map(CompletableFuture::join).flatMap(Optional::stream))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(refusal ->
            assertThat(((CustardException) refusal).code())
                .isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE));
  }

  private CompletableFuture<Optional<Throwable>> failureOfOneHash() {
    return passwords
        .hash("correct horse battery")
        .onItemOrFailure()
        .transform((hash, failure) -> Optional.ofNullable(failure))
        .subscribeAsCompletionStage();
  }

  @Test
  void defaultsAreTheRecommendedCost() {
    PasswordConfig config = config(Map.of());

    assertThat(config.memoryKib()).isEqualTo(19456);
    assertThat(config.iterations()).isEqualTo(2);
    assertThat(config.lanes()).isEqualTo(1);
    assertThat(config.concurrent()).isEqualTo(2);
    assertThat(config.waiting()).isEqualTo(64);
  }

  private boolean matches(String password, String hash) {
    return passwords.matches(password, hash).await().atMost(Duration.ofSeconds(30));
  }

  private static PasswordConfig config(Map<String, String> values) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PasswordConfig.class)
            .withDefaultValues(values)
            .build();
    return config.getConfigMapping(PasswordConfig.class);
  }
}

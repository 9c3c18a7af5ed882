package io.custard.auth.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.problem.CustardException;
import io.custard.testkit.Infrastructure;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = Infrastructure.class,
    initArgs = @ResourceArg(name = "schema", value = "auth"))
class LimitsTest {
  private final RedisBuckets shared;
  private final RedisDataSource redis;

  LimitsTest(RedisBuckets shared, RedisDataSource redis) {
    this.shared = shared;
    this.redis = redis;
  }

  @Test
  void anAddressIsStoppedWhenItsBurstIsOverWhomeverItAsksFor() {
    Limits limits = new Limits(shared, new LocalBuckets(), new Config());
    String address = "192.0.2.1";

    IntStream.range(0, 30).forEach(i -> take(limits, address, UUID.randomUUID().toString()));
    int wait = take(limits, address, UUID.randomUUID().toString());

    assertThat(wait).isBetween(1, 10);
    assertThat(take(limits, "192.0.2.2", UUID.randomUUID().toString())).isZero();
  }

  @Test
  void whatWasRightIsGivenBack() {
    Limits limits = new Limits(shared, new LocalBuckets(), new Config());
    String subject = UUID.randomUUID().toString();

    for (int i = 0; i < 25; i++) {
      assertThat(take(limits, "192.0.2.3", subject)).isZero();
      await(limits.giveBack(Action.LOG_IN, "192.0.2.3", subject));
    }
  }

  @Test
  void keysGoAwayByThemselves() {
    Bucket bucket = new Bucket("limit:test:" + UUID.randomUUID(), 5, 10);

    await(shared.take(List.of(bucket), 1));

    assertThat(redis.key().pttl(bucket.key())).isBetween(1L, 10_000L);
  }

  @Test
  void withoutRedisThereAreLimitsAllTheSame() {
    RedisBuckets away =
        new RedisBuckets(null) {
          @Override
          public Uni<Verdict> take(List<Bucket> buckets, int cost) {
            return Uni.createFrom().failure(new java.net.ConnectException("no redis"));
          }
        };
    Limits limits = new Limits(away, new LocalBuckets(), new Config());
    String subject = UUID.randomUUID().toString();

    IntStream.range(0, 10).forEach(i -> assertThat(take(limits, "192.0.2." + i, subject)).isZero());

    assertThat(take(limits, "192.0.2.4", subject)).isBetween(1, 60);
  }

  @Test
  void aBucketRefillsWithTime() {
    double[] now = {100};
    LocalBuckets buckets = new LocalBuckets(() -> now[0]);
    List<Bucket> one = List.of(new Bucket("key", 2, 10));
    await(buckets.take(one, 1));
    await(buckets.take(one, 1));

    assertThat(await(buckets.take(one, 1))).isEqualTo(new Verdict(0, 10));
    now[0] += 10;
    assertThat(await(buckets.take(one, 1)).allowed()).isTrue();
    assertThat(await(buckets.take(one, 1)).allowed()).isFalse();
  }

  /** 0, or the seconds to wait. */
  private static int take(Limits limits, String address, String subject) {
    try {
      await(limits.take(Action.LOG_IN, address, subject));
      return 0;
    } catch (CustardException refused) {
      return refused.retryAfterSeconds();
    }
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(10));
  }

  private record Config() implements LimitConfig {
    @Override
    public double addressScale() {
      return 1;
    }
  }
}

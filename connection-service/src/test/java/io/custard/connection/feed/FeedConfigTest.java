package io.custard.connection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedConfigTest {
  @Test
  void streamsLookEachSecondSayThatTheyLiveAndEndAfterAnHour() {
    FeedConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FeedConfig.class)
            .build()
            .getConfigMapping(FeedConfig.class);

    assertThat(config.every()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.longest()).isEqualTo(Duration.ofHours(1));
    assertThat(config.most()).isEqualTo(500);
    assertThat(config.mostOfOne()).isEqualTo(50);
  }
}

package io.custard.connection.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditConfigTest {
  @Test
  void eventsAreKeptForMoreThanAYearAndDeletedInSteps() {
    AuditConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(AuditConfig.class)
            .build()
            .getConfigMapping(AuditConfig.class);

    assertThat(config.retention()).isEqualTo(Duration.ofDays(400));
    assertThat(config.pruneStep()).isEqualTo(5_000);
    assertThat(config.pruneSteps()).isEqualTo(200);
    assertThat(config.exportPage()).isEqualTo(200);
    assertThat(config.mostExports()).isEqualTo(8);
  }
}

package io.custard.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ExecutionLimits;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentLimitsTest {
  @Test
  void defaultsNeedNoSetting() throws IOException {
    AgentLimits limits = limits(Map.of());

    assertThat(limits.maxRows()).isEqualTo(20_000_000);
    assertThat(limits.maxBytes()).isEqualTo(16L << 30);
    assertThat(limits.maxColumns()).isEqualTo(500);
    assertThat(limits.maxCost()).isEmpty();
    assertThat(limits.requireCleanRole()).isFalse();
    assertThat(limits.timeout()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void shortNamesAreRead() throws IOException {
    AgentLimits limits =
        limits(
            Map.of(
                "CUSTARD_REQUIRE_CLEAN_ROLE", "true",
                "CUSTARD_MAX_COST", "125000.5",
                "CUSTARD_MAX_COLUMNS", "20"));

    assertThat(limits.requireCleanRole()).isTrue();
    assertThat(limits.maxCost()).hasValue(125_000.5);
    assertThat(limits.maxColumns()).isEqualTo(20);
  }

  @Test
  void theStricterLimitWins() throws IOException {
    assertThat(limits(Map.of()).stricter(new ExecutionLimits(5_000, 100_000_000, 1_000)))
        .isEqualTo(new ExecutionLimits(5_000, 20_000_000, 1_000));
  }

  private static AgentLimits limits(Map<String, String> environment) throws IOException {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(
                AgentLimitsTest.class.getResource("/application.properties")),
            new PropertiesConfigSource(environment, "environment", 400))
        .withMapping(AgentLimits.class)
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(AgentLimits.class);
  }
}

package io.custard.query.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What traces may hold. */
@ConfigMapping(prefix = "custard.query.telemetry")
public interface TelemetryConfig {

  /**
   * Whether questions and statements stand in traces. Whoever reads the traces then reads them.
   * Prompts, answers and values of a database are in no trace, whatever is set.
   */
  @WithDefault("false")
  boolean content();
}

package io.custard.connection.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Bounds of what owners ask of agents. */
@ConfigMapping(prefix = "custard.connection.command")
interface CommandConfig {

  /** How long a test may take in all. */
  @WithDefault("10s")
  Duration testDeadline();

  /** Tests under way at once, of all organisations. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int mostTests();

  /** Tests of one connection under way at once. */
  @WithDefault("2")
  @Min(1)
  @Max(100)
  int mostTestsOfOne();
}

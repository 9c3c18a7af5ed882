package io.custard.connection.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "custard.connection.outbox")
interface OutboxConfig {

  /** How often the relay looks by itself, should a kick have been lost. */
  @WithDefault("1s")
  Duration tick();

  /** Rows taken at once; all of them are in flight together. */
  @WithDefault("100")
  @Min(1)
  @Max(120)
  int batch();

  /** The pause after a first failure; it doubles with each further one. */
  @WithDefault("500ms")
  Duration firstPause();

  /** The longest pause between two attempts. */
  @WithDefault("10s")
  Duration longestPause();

  /** How often a record may be refused for its own sake before it is set aside. */
  @WithDefault("5")
  @Min(1)
  @Max(100)
  int mostRefusals();
}

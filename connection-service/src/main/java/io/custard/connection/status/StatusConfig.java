package io.custard.connection.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a link counts, by this service's clock when it hears of it. */
@ConfigMapping(prefix = "custard.connection.status")
interface StatusConfig {

  /** A link that was silent for three heartbeats is red, whether or not anybody said so. */
  @WithDefault("12s")
  Duration redAfter();

  /** A link that was silent for so long is shown no more. */
  @WithDefault("60s")
  Duration silence();
}

package io.custard.connection.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a link counts. */
@ConfigMapping(prefix = "custard.connection.status")
interface StatusConfig {

  /** A link that was silent for longer counts as broken, whether or not anybody said so. */
  @WithDefault("60s")
  Duration silence();
}

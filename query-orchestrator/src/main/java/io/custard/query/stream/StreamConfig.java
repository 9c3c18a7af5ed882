package io.custard.query.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of streamed results. */
@ConfigMapping(prefix = "custard.query.stream")
public interface StreamConfig {
  /**
   * How long a reader may take nothing, not even a whole chunk of some 64 KiB, before it is cut off
   * and its statement cancelled. The statement's own deadline may come first.
   */
  @WithDefault("PT5M")
  Duration stall();
}

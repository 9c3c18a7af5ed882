package io.custard.replica;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the partition lease. */
@ConfigMapping(prefix = "custard.replica")
public interface ReplicaConfig {
  /** How long a lease lives when its holder is gone; another replica may take the number then. */
  @WithDefault("PT15S")
  Duration lease();

  /** How often the holder renews it; well below the lease. */
  @WithDefault("PT3S")
  Duration renewEvery();

  /** How long one call to Redis or the broker may take. */
  @WithDefault("PT5S")
  Duration callTimeout();
}

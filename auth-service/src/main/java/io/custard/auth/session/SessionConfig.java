package io.custard.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long log-ins last. */
@ConfigMapping(prefix = "custard.auth.session")
interface SessionConfig {

  /** A session that was not refreshed for so long is over. */
  @WithDefault("14d")
  Duration idle();

  /** However busy, it is over after this time. */
  @WithDefault("90d")
  Duration longest();

  /**
   * For so long the token before the present one is taken for a request that ran beside the one
   * that changed it, not for a stolen one.
   */
  @WithDefault("10s")
  Duration race();

  /** Sessions of one person; one more ends the one unused for longest. */
  @WithDefault("50")
  @Min(1)
  @Max(1000)
  int most();
}

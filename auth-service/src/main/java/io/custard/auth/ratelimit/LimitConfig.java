package io.custard.auth.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** What an installation may say about limits. */
@ConfigMapping(prefix = "custard.auth.limit")
interface LimitConfig {

  /**
   * Times that an address may do more than usual: for installations whose people all come from a
   * few addresses. The limits of an account stay.
   */
  @WithDefault("1")
  @Positive
  double addressScale();
}

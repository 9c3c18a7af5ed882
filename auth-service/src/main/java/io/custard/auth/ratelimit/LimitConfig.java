package io.custard.auth.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.util.List;

/** What an installation may say about limits and addresses. */
@ConfigMapping(prefix = "custard.auth.limit")
interface LimitConfig {

  /**
   * Times that an address may do more than usual: for installations whose people all come from a
   * few addresses. The limits of an account stay.
   */
  @WithDefault("1")
  @Positive
  double addressScale();

  /**
   * Addresses and networks (as in {@code 10.0.0.0/8}) of proxies whose {@code X-Forwarded-For} is
   * believed; of everybody else the header is ignored.
   */
  @WithDefault("127.0.0.0/8,::1")
  List<String> trustedProxies();
}

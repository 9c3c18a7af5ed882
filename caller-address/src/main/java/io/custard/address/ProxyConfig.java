package io.custard.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The proxies of this installation; in the environment {@code CUSTARD_PROXIES_TRUSTED}. */
@ConfigMapping(prefix = "custard.proxies")
interface ProxyConfig {
  /** This host, where the launcher's edge is. */
  String LOOPBACK = "127.0.0.0/8,::1";

  /**
   * Addresses and networks (as in {@code 10.0.0.0/8}) of proxies whose {@code X-Forwarded-For} is
   * believed; of everybody else the header is ignored.
   */
  @WithDefault(LOOPBACK)
  List<String> trusted();
}

package io.custard.auth.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** For the day the topic of identities was lost. */
@ConfigMapping(prefix = "custard.auth.identity")
interface RepublishConfig {

  /** True: at the start everything is told anew. It harms nobody who knows it already. */
  @WithDefault("false")
  boolean republish();
}

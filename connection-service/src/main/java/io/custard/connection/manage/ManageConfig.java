package io.custard.connection.manage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How people and agents reach Custard. */
@ConfigMapping(prefix = "custard.connection.manage")
interface ManageConfig {

  /** The edge as seen from outside, {@code http} or {@code https}, without a path. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();
}

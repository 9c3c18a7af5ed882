package io.custard.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How access tokens are made. */
@ConfigMapping(prefix = "custard.auth.token")
interface TokenConfig {

  /**
   * File with one private EC P-256 key as JWK, with its {@code kid}; or a directory of such files,
   * named {@code *.json}, whose member {@code nbf} says from when on they sign.
   */
  Path signingKeyFile();

  /** How often the key files are read again. */
  @WithDefault("30s")
  Duration signingKeyReload();

  /** How long a token is good for. */
  @WithDefault("10m")
  Duration lifetime();
}

package io.custard.gateway.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many refused attempts to link are borne before more are turned away unlooked-at. Each counts
 * against its address and against the connection it asked for.
 */
@ConfigMapping(prefix = "custard.gateway.attempts")
public interface AttemptConfig {
  /** Refused attempts one address may make in a row. */
  @WithDefault("200")
  int addressBurst();

  /** How many of them it gets back in a second. */
  @WithDefault("20")
  double addressPerSecond();

  /** Refused attempts that may be made in a row for one connection. */
  @WithDefault("60")
  int connectionBurst();

  /** How many of them come back in a second. */
  @WithDefault("5")
  double connectionPerSecond();

  /** Agents that may be under way from dialling to the welcome; more are told to come back. */
  @WithDefault("500")
  int handshakes();

  /** How many of those who were told so come back in a second. */
  @WithDefault("500")
  int handshakesPerSecond();
}

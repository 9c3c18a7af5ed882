package io.custard.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** Where the table is and how the relay works. */
@ConfigMapping(prefix = "custard.outbox")
interface OutboxConfig {

  /** The service's own schema of PostgreSQL, which holds the table {@code outbox}. */
  @Pattern(regexp = "[a-z_]{1,63}")
  String schema();

  /** A statement whose {@code {schema}} is ours. */
  default String in(String statement) {
    return statement.replace("{schema}", schema());
  }

  /** How often the relay looks by itself, should a kick have been lost. */
  @WithDefault("1s")
  Duration tick();

  /** Rows taken at once; all of them are in flight together. */
  @WithDefault("100")
  @Min(1)
  @Max(120)
  int batch();

  /** The pause after a first failure; it doubles with each further one. */
  @WithDefault("500ms")
  Duration firstPause();

  /** The longest pause between two attempts. */
  @WithDefault("10s")
  Duration longestPause();

  /** How often a record may be refused for its own sake before it is set aside. */
  @WithDefault("5")
  @Min(1)
  @Max(100)
  int mostRefusals();
}

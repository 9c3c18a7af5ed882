package io.custard.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Cost of one hash and how many may be under way; stored hashes carry their own cost. */
@ConfigMapping(prefix = "custard.auth.password")
interface PasswordConfig {

  /** Memory of one run. */
  @WithDefault("19456")
  @Min(8192)
  @Max(1_048_576)
  int memoryKib();

  /** Passes over that memory. */
  @WithDefault("2")
  @Min(1)
  @Max(100)
  int iterations();

  @WithDefault("1")
  @Min(1)
  @Max(16)
  int lanes();

  /** Runs at the same time; the heap holds one memory block for each and one more. */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int concurrent();

  /** Requests that may wait for a run; one more is refused. */
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int waiting();
}

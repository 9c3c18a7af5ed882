package io.custard.query.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long the history is kept and how it is written. */
@ConfigMapping(prefix = "custard.query.history")
interface HistoryConfig {

  /** What is older is deleted, feedback as well; zero: nothing ever is. */
  @WithDefault("365d")
  Duration retention();

  /** Ended questions that may wait to be written; more are dropped and counted. */
  @WithDefault("2000")
  @Min(1)
  @Max(100_000)
  int waiting();

  /** Characters of question and SQL that may wait, of all of them together. */
  @WithDefault("8000000")
  @Min(100_000)
  long waitingCharacters();

  /** How many are written at once. */
  @WithDefault("200")
  @Min(1)
  @Max(5_000)
  int batch();

  /** How long the first of them waits for others. */
  @WithDefault("200ms")
  Duration pause();

  /** Rows deleted in one transaction of the clean-up. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int pruneStep();

  /** Such transactions in one run; the next run is an hour later. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int pruneSteps();
}

package io.custard.connection.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Bounds of event streams. */
@ConfigMapping(prefix = "custard.connection.feed")
interface FeedConfig {

  /** How often each stream looks for changes. */
  @WithDefault("1s")
  Duration every();

  /** How often a stream says that it is there. */
  @WithDefault("15s")
  Duration heartbeat();

  /** A stream ends after so long, or with its token, and the reader opens another. */
  @WithDefault("1h")
  Duration longest();

  /** Streams of this replica. */
  @WithDefault("500")
  @Min(1)
  @Max(100_000)
  int most();

  /** Streams of one organisation on this replica. */
  @WithDefault("50")
  @Min(1)
  @Max(100_000)
  int mostOfOne();
}

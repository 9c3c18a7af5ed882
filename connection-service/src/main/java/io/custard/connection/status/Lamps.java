package io.custard.connection.status;

import java.time.Instant;
import java.util.Objects;

/** The three lamps of an agent. */
record Lamps(Lamp link, Lamp loop, Lamp database) {
  static final String GREEN = "green";
  static final String RED = "red";
  static final String UNKNOWN = "unknown";

  Lamps {
    Objects.requireNonNull(link);
    Objects.requireNonNull(loop);
    Objects.requireNonNull(database);
  }

  /**
   * Of an agent that was last heard too long ago: of what lies behind the link nothing is known.
   */
  static Lamps silent(Instant since) {
    Lamp unknown = new Lamp(UNKNOWN, since);
    return new Lamps(new Lamp(RED, since), unknown, unknown);
  }

  /**
   * One lamp.
   *
   * @param state {@code green}, {@code red} or {@code unknown}
   * @param since when we first heard so, by our clock
   */
  record Lamp(String state, Instant since) {
    Lamp {
      Objects.requireNonNull(state);
      Objects.requireNonNull(since);
    }
  }
}

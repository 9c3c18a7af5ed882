package io.custard.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of a database's values a model, value sampling and the value index may see. What a
 * person asks for is not governed by it. In order, the strictest first; on the wire the lower-case
 * name as plain text, so that a level which is not known yet can be taken for the strictest.
 */
public enum Exposure {
  /** Names, types, keys and comments; no value. */
  SCHEMA_ONLY,
  /** Values whose letters and digits are replaced, with the masks of the agent's policy on. */
  MASKED,
  /** Values as they are, with the masks of the agent's policy on. */
  FULL;

  /** Reads the wire form; what is absent or unknown is {@link #SCHEMA_ONLY}. */
  public static Exposure of(@Nullable String wire) {
    return wire == null ? SCHEMA_ONLY : named(wire).orElse(SCHEMA_ONLY);
  }

  /** Reads a level that somebody wrote; empty for what is none. */
  public static Optional<Exposure> named(String wire) {
    return Arrays.stream(values()).filter(level -> level.wire().equals(wire)).findFirst();
  }

  /** As events, frames, files and the API write it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Exposure stricter(Exposure other) {
    return compareTo(other) <= 0 ? this : other;
  }
}

package io.custard.protocol;

import java.util.Objects;

/**
 * What the cloud may know of the agent's own policy file: that it is there and whether it changed.
 *
 * @param hash SHA-256 of the file in lower-case hexadecimal; {@link #NONE} without a file
 * @param summary one sentence for people: counts and caps, never a value
 */
public record PolicySummary(String hash, String summary) {
  /** Stands for the hash of an agent that has no policy file. */
  public static final String NONE = "none";

  public PolicySummary {
    Objects.requireNonNull(hash);
    Objects.requireNonNull(summary);
  }
}

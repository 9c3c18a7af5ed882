package io.custard.protocol;

import java.util.Objects;

/**
 * Says that the database had more rows than were sent.
 *
 * @param reason {@code rows} or {@code bytes}: which cap was reached
 * @param limit the cap, in rows or bytes
 */
public record Truncation(String reason, long limit) {
  public static final String ROWS = "rows";
  public static final String BYTES = "bytes";

  public Truncation {
    Objects.requireNonNull(reason);
  }
}
